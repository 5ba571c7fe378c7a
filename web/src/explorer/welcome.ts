/** What stands in the editor at the first visit. */
export const welcome = `# The API of ServiceCrm. Ctrl+Enter runs the query, Ctrl+Space shows what is possible here,
# the book at the left explains every type, as /graphql/reference does on one page. You are whoever is signed in to the console;
# for an access token put { "Authorization": "Bearer …" } into Headers below.

query Viewer {
  viewer {
    name
    roles
  }
}
`;
