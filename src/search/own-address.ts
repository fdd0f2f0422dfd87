/**
 * An address that the index gave, if it is one of this site, else that of the site's first page: an index that was
 * tampered with leads nobody away, and to no program.
 *
 * @throws where it is no address at all
 */
export function ownAddress(address: string): string {
  return new URL(address, location.href).origin === location.origin ? address : import.meta.env.BASE_URL;
}
