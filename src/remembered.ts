/**
 * Finds something once for each object, however often it is asked for while the object lives: a document is laid
 * beside every other year, and two rules look at the same years.
 */
export function remembered<Key extends object, Found>(find: (key: Key) => Found): (key: Key) => Found {
  const known = new WeakMap<Key, { readonly found: Found }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.found;
    const found = find(key);
    known.set(key, { found });
    return found;
  };
}
