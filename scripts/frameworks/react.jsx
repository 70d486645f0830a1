import { BoxTask } from 'example';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** Shows the example under StrictMode, which mounts everything twice. */
export function start(place, task, onAnswer) {
  const root = createRoot(place);
  const render = (given) =>
    root.render(
      <StrictMode>
        <BoxTask {...given} onAnswer={onAnswer} />
      </StrictMode>,
    );
  render(task);
  return { update: render, stop: () => root.unmount() };
}
