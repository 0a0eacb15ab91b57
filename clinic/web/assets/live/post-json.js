/**
 * Asks the clinic for something; a refusal is thrown in the clinic's own words.
 * @param {string} path
 * @param {object} body
 */
export async function postJson(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}
