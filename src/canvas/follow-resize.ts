/**
 * Tells of an element's size: at once of the first one, of later ones in the next frame. The result ends that.
 *
 * What follows a resize resizes other things; browsers that are still telling of resizes then report an error to the
 * page.
 */
export function followResize(element: Element, follow: () => void): () => void {
  let request: number | undefined;
  const observer = new ResizeObserver(() => {
    if (request === undefined) {
      request = 0;
      return follow();
    }
    request ||= requestAnimationFrame(() => {
      request = 0;
      follow();
    });
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(request ?? 0);
  };
}
