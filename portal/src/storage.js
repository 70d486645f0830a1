/** S3 addresses of a job, mapped to folders of this machine. Nothing is ever fetched from a network. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { resolveInside } from './paths.js';

/**
 * @typedef {{ bucket: string, key: string }} ObjectAddress
 */

/**
 * Reads `s3://bucket/key` and the http forms of the same thing.
 *
 * @param {string} uri
 * @returns {ObjectAddress | undefined}
 */
export function parseObjectUri(uri) {
  const plain = /^s3:\/\/([^/]+)\/(.+)$/s.exec(uri);
  if (plain) return { bucket: plain[1], key: plain[2] };
  const pathStyle = /^https?:\/\/s3[.-]?[a-z0-9-]*\.amazonaws\.com\/([^/]+)\/([^?#]+)/i.exec(uri);
  if (pathStyle) return { bucket: pathStyle[1], key: decode(pathStyle[2]) };
  const hostStyle = /^https?:\/\/([^/]+)\.s3[.-]?[a-z0-9-]*\.amazonaws\.com\/([^?#]+)/i.exec(uri);
  if (hostStyle) return { bucket: hostStyle[1], key: decode(hostStyle[2]) };
  return undefined;
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Finds the local file of an object: first the folder named for its bucket, then the folder of the manifest. */
export class Storage {
  /**
   * @param {object} options
   * @param {string} options.folder Folder of the manifest.
   * @param {Readonly<Record<string, string>>} [options.buckets] Bucket name to absolute folder.
   */
  constructor({ folder, buckets = {} }) {
    this.folder = folder;
    this.buckets = buckets;
  }

  /** Folders that may hold this job's files. */
  get folders() {
    return [this.folder, ...Object.values(this.buckets)];
  }

  /**
   * @param {ObjectAddress} address
   * @returns {string | undefined} Absolute path of an existing file.
   */
  find({ bucket, key }) {
    return this.candidates({ bucket, key }).find(isFile);
  }

  /**
   * Where the file of an object may be, best guess first.
   *
   * @param {ObjectAddress} address
   */
  candidates({ bucket, key }) {
    const baseName = key.split('/').at(-1) ?? key;
    const mapped = Object.hasOwn(this.buckets, bucket) ? this.buckets[bucket] : undefined;
    const places = mapped
      ? [
          [mapped, key],
          [mapped, baseName],
        ]
      : [
          [this.folder, key],
          [this.folder, baseName],
        ];
    return places.map(([root, relative]) => resolveInside(root, relative)).filter((file) => file !== undefined);
  }

  /**
   * A file that a manifest names relative to itself, which Ground Truth has no use for but a first try does.
   *
   * @param {string} relative
   */
  findLocal(relative) {
    const file = resolveInside(this.folder, relative.replaceAll('\\', '/'));
    return file && isFile(file) ? file : undefined;
  }
}

/** @param {string} file */
function isFile(file) {
  return existsSync(file) && statSync(file).isFile();
}

/**
 * Address under which the lab serves an object of a job.
 *
 * @param {string} jobId
 * @param {ObjectAddress} address
 */
export function objectPath(jobId, { bucket, key }) {
  return `/files/${[jobId, bucket, ...key.split('/')].map(encodeSegment).join('/')}`;
}

/** @param {string} text */
function encodeSegment(text) {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * @param {string} name File name or path.
 * @returns {string} Its media type.
 */
export function mediaType(name) {
  return MEDIA_TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream';
}

/** @type {Record<string, string>} */
const MEDIA_TYPES = {
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'video/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
};
