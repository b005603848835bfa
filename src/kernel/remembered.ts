/** A function that remembers its answers: imports and checks ask about the same few values for every row. */
export function remembered<K, V>(of: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>();
  return key => {
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = of(key);
      answers.set(key, answer);
    }
    return answer;
  };
}
