/** A place in S3. The key has no leading slash; it is empty for a whole bucket. */
export interface S3Location {
  readonly bucket: string;
  readonly key: string;
}

/** Longest S3 URI that Ground Truth takes, in characters. */
export const longestS3Uri = 1024;

const hosted = /^https?:\/\/(?:(.+)\.)?s3(?:[.-][a-z\d-]+)?\.amazonaws\.com(?:\.cn)?\/(.*)$/;

/**
 * Reads `s3://bucket/key` and the web addresses of S3: `https://s3.amazonaws.com/bucket/key` and
 * `https://bucket.s3.region.amazonaws.com/key`. Keys of web addresses are decoded; a query is dropped.
 */
export function parseS3Uri(uri: string): S3Location | undefined {
  const plain = /^s3:\/\/([^/]+)\/?([^]*)$/.exec(uri);
  if (plain) return { bucket: plain[1] ?? '', key: plain[2] ?? '' };
  const web = hosted.exec(uri.replace(/[?#][^]*$/, ''));
  if (!web) return undefined;
  const path = decoded(web[2] ?? '');
  if (web[1]) return { bucket: web[1], key: path };
  const [bucket = '', ...rest] = path.split('/');
  return bucket ? { bucket, key: rest.join('/') } : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `s3://bucket/key`. */
export function formatS3Uri({ bucket, key }: S3Location): string {
  return `s3://${bucket}/${key}`;
}

/** True for what Ground Truth takes as an S3 URI: `s3://` or `https://`, a host, and at most 1024 characters. */
export function isS3Uri(uri: string): boolean {
  return uri.length <= longestS3Uri && /^(?:s3|https):\/\/[^/\s]+(?:\/[^]*)?$/.test(uri);
}

/** A name below a prefix, with exactly one slash between them. */
export function joinUri(prefix: string, name: string): string {
  return `${prefix.replace(/\/+$/, '')}/${name.replace(/^\/+/, '')}`;
}

/** The ending of the file's name in lower case, with its dot; empty when there is none. */
export function extensionOf(uri: string): string {
  const name =
    uri
      .replace(/[?#][^]*$/, '')
      .split('/')
      .at(-1) ?? '';
  return /.(\.[^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
