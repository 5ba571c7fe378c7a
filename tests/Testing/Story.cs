using System.Text.Json;

namespace ServiceCrm.Testing;

/// <summary>Things that many tests need to exist first, made the way a person makes them: through the API.</summary>
public static class Story
{
    public const string OpenTicket = "mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id number version status } errors { code message path } } }";

    /// <summary>Opens a ticket.</summary>
    /// <returns>the ticket: id, number, version, status</returns>
    public static async Task<JsonElement> Ticket(this GraphQLClient client, string subject = "Printer is silent", string body = "It prints nothing since Monday.", string? teamId = null, string? customerName = "Ada Byron", string? customerEmail = null, object? more = null)
    {
        var input = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["subject"] = subject,
            ["body"] = body,
            ["teamId"] = teamId,
            ["newCustomer"] = customerName is null ? null : new { name = customerName, email = customerEmail ?? $"{Guid.NewGuid():N}@example.com" },
        };
        foreach (var property in more?.GetType().GetProperties() ?? [])
        {
            input[property.Name] = property.GetValue(more);
        }

        return (await client.Mutate(OpenTicket, new { input })).GetProperty("ticket");
    }

    /// <summary>Makes a team; the client must be an administrator or manager.</summary>
    /// <returns>its global id</returns>
    public static async Task<string> Team(this GraphQLClient client, string name) =>
        (await client.Mutate("mutation($name: String!) { createTeam(input: { name: $name }) { team { id } errors { message } } }", new { name })).GetProperty("team").Id();

    public static string Id(this JsonElement thing) => thing.GetProperty("id").GetString()!;

    public static string? Text(this JsonElement thing, string property) => thing.GetProperty(property).GetString();
}
