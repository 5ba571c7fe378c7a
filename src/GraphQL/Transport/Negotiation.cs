using Microsoft.Extensions.Primitives;

namespace ServiceCrm.GraphQL.Transport;

/// <summary>Chooses the media type of the answer from the Accept header, weights respected.</summary>
internal static class Negotiation
{
    public const string Current = "application/graphql-response+json; charset=utf-8";
    public const string Legacy = "application/json; charset=utf-8";

    /// <summary>The content type; null when the client accepts neither. Without a header, and for <c>*/*</c>, the client counts as an old one.</summary>
    public static string? Choose(StringValues accept)
    {
        if (accept.Count == 0 || accept is ["*/*"] || accept is ["application/json"])
            return Legacy;
        var (current, legacy) = (-1.0, -1.0);
        foreach (var entry in accept.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (media, weight) = Parse(entry);
            switch (media)
            {
                case "application/graphql-response+json": current = Math.Max(current, weight); break;
                case "application/json" or "application/*" or "*/*": legacy = Math.Max(legacy, weight); break;
            }
        }

        return current <= 0 && legacy <= 0 ? null : current >= legacy ? Current : Legacy;
    }

    /// <summary>Whether the client takes an answer in parts; older forms of it, which it names by a parameter, are not spoken here.</summary>
    public static bool AcceptsParts(StringValues accept) => accept.ToString().Split(',').Any(entry =>
        entry.Contains("multipart/mixed", StringComparison.OrdinalIgnoreCase)
        && !entry.Contains("deferSpec", StringComparison.OrdinalIgnoreCase)
        && !entry.Contains("subscriptionSpec", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a browser asks for a page.</summary>
    public static bool WantsHtml(StringValues accept) => accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static (string Media, double Weight) Parse(string entry)
    {
        var parts = entry.Split(';', StringSplitOptions.TrimEntries);
        var weight = 1.0;
        foreach (var parameter in parts.Skip(1))
        {
            if (parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
                && double.TryParse(parameter.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed))
            {
                weight = parsed;
            }
            else if (parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase) && !parameter.AsSpan(8).Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
                weight = 0;
        }

        return (parts[0].ToLowerInvariant(), weight);
    }
}
