/**
 * Loads a list that the build made for search.
 *
 * @throws where it can't be loaded
 */
export async function loadList<Value>(name: string): Promise<Value> {
  const response = await fetch(`${import.meta.env.BASE_URL}search/${name}.json`);
  if (!response.ok) throw new Error(response.statusText);
  return response.json() as Promise<Value>;
}
