/** Whether nobody can be at an address: its domain is reserved for examples and tests (RFC 2606; RFC 6761, 6). */
export function isReserved(address: string): boolean {
  return reserved.test(address);
}

const reserved = /(?:[@.]example\.(?:com|net|org)|\.(?:example|invalid|localhost|test))$/i;
