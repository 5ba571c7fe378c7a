using System.Text;
using System.Text.Json;

namespace ServiceCrm.Access;

/// <summary>The challenge that a browser is about to answer.</summary>
/// <param name="Id">Random; each challenge is answered once.</param>
/// <param name="User">For whom a passkey is being made; null when somebody signs in, who may be anybody.</param>
/// <param name="State">What Identity needs to check the answer.</param>
internal sealed record PasskeyCeremony(Guid Id, Guid? User, string State)
{
    /// <summary>Two cookies under two purposes: a challenge for one thing is no challenge for the other.</summary>
    public const string MakingCookie = "servicecrm-passkey-new";

    public const string SignInCookie = "servicecrm-passkey";

    public static PasskeyCeremony Of(Guid? user, string? state) => new(Guid.NewGuid(), user, state ?? throw new InvalidOperationException("Identity gave no state."));
}

/// <param name="Credential">What the browser's <c>PublicKeyCredential.toJSON()</c> gives.</param>
/// <param name="Name">How the person calls a new passkey.</param>
/// <param name="Remember">Whether the browser shall keep the session.</param>
internal sealed record PasskeyAnswer(JsonElement Credential, string? Name = null, bool Remember = false)
{
    /// <summary>As Identity wants it.</summary>
    public string Json => Credential.ValueKind == JsonValueKind.Undefined ? "null" : Credential.GetRawText();

    /// <summary>What tries are counted by; the browser says it, so it proves nothing.</summary>
    public string Subject => Credential.ValueKind == JsonValueKind.Object && Credential.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
        ? Passkey.KeyOf(Encoding.UTF8.GetBytes(id.GetString()!))
        : "";
}

internal sealed record PasskeyOptionsRequest(string? Password = null);
