using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace ServiceCrm.Testing;

/// <summary>A browser without a screen: keeps cookies, and walks to a provider and back by hand.</summary>
public sealed class WalkingBrowser : IDisposable
{
    public WalkingBrowser(TestServer server)
    {
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = server.Url };
        Http.DefaultRequestHeaders.Add("X-Requested-With", "tests");
        Http.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
    }

    public HttpClient Http { get; }

    public void Dispose() => Http.Dispose();

    /// <summary>Goes to the provider and comes back as the forgery says.</summary>
    /// <returns>where the server sends the browser in the end</returns>
    public async Task<string> SignIn(ForgingProvider provider, IdTokenForgery? forgery = null, string? returnTo = null, Action<Dictionary<string, string?>>? changeAnswer = null) =>
        await Return(provider, await Leave(returnTo), forgery, changeAnswer);

    /// <summary>The address of the provider to which the server sends the browser.</summary>
    public async Task<string> Leave(string? returnTo = null)
    {
        using var answer = await Http.GetAsync(new Uri($"/auth/sso/company{(returnTo is null ? "" : $"?returnTo={Uri.EscapeDataString(returnTo)}")}", UriKind.Relative));
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    public async Task<string> Return(ForgingProvider provider, string left, IdTokenForgery? forgery = null, Action<Dictionary<string, string?>>? changeAnswer = null)
    {
        var asked = QueryHelpers.ParseQuery(new Uri(left).Query);
        var answer = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["code"] = provider.Code(asked["nonce"].ToString(), asked["code_challenge"].ToString(), forgery ?? new IdTokenForgery()), ["state"] = asked["state"].ToString(), ["iss"] = provider.Issuer,
        };
        changeAnswer?.Invoke(answer);
        return await Go(QueryHelpers.AddQueryString("/auth/sso/company/callback", answer.Where(a => a.Value is not null)));
    }

    /// <returns>where it is sent on</returns>
    public async Task<string> Go(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.Headers.Location?.ToString() ?? $"{(int)answer.StatusCode}";
    }

    /// <summary>Who the server says is signed in here; null when nobody is.</summary>
    public async Task<JsonElement?> Me()
    {
        using var answer = await Http.GetAsync(new Uri("/auth/me", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadFromJsonAsync<JsonElement>() : null;
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, object? body = null)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body ?? new { });
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }
}
