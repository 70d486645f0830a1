/** Listens to what a screen reader would be told: the texts that live regions get, wherever they are. */
export interface SpokenWords {
  /** What has been said since listening began, in order. */
  readonly texts: readonly string[];
  stop(): void;
}

const live = '[role="alert"], [role="status"], [aria-live]';

/** Listens in a page and in every open shadow root that it has now. */
export function listen(root: ParentNode & Node = document): SpokenWords {
  const texts: string[] = [];
  const known = new Map<Element, string>();
  const observer = new MutationObserver(() => hear(true));
  const hear = (speaks: boolean) => {
    for (const region of regionsIn(root)) {
      const text = region.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      if (speaks && text && known.get(region) !== text && region.checkVisibility()) texts.push(text);
      known.set(region, text);
    }
  };
  for (const each of rootsIn(root)) observer.observe(each, { childList: true, characterData: true, subtree: true });
  hear(false);
  return {
    get texts() {
      if (observer.takeRecords().length) hear(true);
      return texts;
    },
    stop: () => observer.disconnect(),
  };
}

function rootsIn(root: ParentNode & Node): (ParentNode & Node)[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : []));
  return [root, ...inner];
}

/** Regions within regions are told with the outer one. */
function regionsIn(root: ParentNode & Node): Element[] {
  return rootsIn(root)
    .flatMap((each) => [...each.querySelectorAll(live)])
    .filter((region) => !region.parentElement?.closest(live));
}
