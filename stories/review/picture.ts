/** A street of simple shapes, so that the stories need no file. */
export const picture = `data:image/svg+xml,${encodeURIComponent(`
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
  <rect width="1200" height="800" fill="#bcd6ea"/><rect y="520" width="1200" height="280" fill="#6f747b"/>
  <rect x="60" y="180" width="260" height="340" fill="#c98a6b"/><rect x="860" y="120" width="280" height="400" fill="#8fa08a"/>
  <rect x="380" y="470" width="340" height="130" rx="30" fill="#b8323a"/><circle cx="450" cy="600" r="40" fill="#222"/>
  <circle cx="650" cy="600" r="40" fill="#222"/><rect x="790" y="430" width="60" height="200" rx="26" fill="#2c4a7c"/>
</svg>`)}`;

/** What can be seen on it. */
export const boxes = [
  { label: 'Car', left: 380, top: 470, width: 340, height: 170 },
  { label: 'Person', left: 790, top: 430, width: 60, height: 200 },
  { label: 'House', left: 60, top: 180, width: 260, height: 340 },
];
