/** Works something out when it is first asked for. */
export function once<V>(of: () => V): () => V {
  let known: { readonly value: V } | undefined;
  return () => {
    known ??= { value: of() };
    return known.value;
  };
}
