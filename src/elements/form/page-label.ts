/**
 * The name that the page gives a control: `aria-label` on the host, or the text of a `<label>` that is for it.
 *
 * Neither reaches the native control inside the shadow root by itself.
 */
export function labelFromPage(host: Element, internals: ElementInternals): string | undefined {
  const own = host.getAttribute('aria-label')?.trim();
  if (own) return own;
  const ids = host.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = host.getRootNode() as Document | ShadowRoot;
  const named = ids.map((id) => root.getElementById(id)?.textContent?.trim()).filter(Boolean);
  if (named.length) return named.join(' ');
  const labels = [...internals.labels].map(({ textContent }) => textContent?.trim()).filter(Boolean);
  return labels.join(' ') || undefined;
}
