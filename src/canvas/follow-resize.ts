/**
 * Tells of every size that an element gets, the first one too, in the next frame. The result ends that.
 *
 * What follows a resize resizes other things; browsers that are still telling of resizes then report an error to the
 * page.
 */
export function followResize(element: Element, follow: () => void): () => void {
  let request = 0;
  const observer = new ResizeObserver(() => {
    request ||= requestAnimationFrame(() => {
      request = 0;
      follow();
    });
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(request);
  };
}
