using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServiceCrm.Testing;

/// <summary>
/// A WebAuthn authenticator in software, with one key: for answers that a well-behaved one never gives (a copied key, a
/// foreign origin, an old challenge). Chromium's own is in the browser tests.
/// </summary>
public sealed class SoftPasskey : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _credentialId = RandomNumberGenerator.GetBytes(32);
    private string _userHandle = "";

    /// <summary>How often it has signed; 0 for one that does not count.</summary>
    public uint SignCount { get; set; }

    /// <summary>Whether it asks for a fingerprint or PIN.</summary>
    public bool VerifiesUser { get; set; } = true;

    /// <summary>Answers creation options.</summary>
    public JsonObject Create(JsonElement options, Uri origin)
    {
        _userHandle = options.GetProperty("user").Text("id")!;
        var key = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. key.X!, 0x22, 0x58, 0x20, .. key.Y!];
        byte[] data = [.. Header(options.GetProperty("rp").Text("id")!, WithKey), .. new byte[16], 0, (byte)_credentialId.Length, .. _credentialId, .. cose];
        byte[] attestation = [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(ClientData("webauthn.create", options, origin)),
            ["attestationObject"] = Base64Url.EncodeToString(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Answers request options.</summary>
    public JsonObject Get(JsonElement options, Uri origin)
    {
        var client = ClientData("webauthn.get", options, origin);
        var data = Header(options.Text("rpId")!, 0);
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(_key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = _userHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Header(string domain, byte more)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, SignCount);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), (byte)(Present | (VerifiesUser ? Verified : 0) | more), .. count];
    }

    private static byte[] ClientData(string type, JsonElement options, Uri origin) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = options.Text("challenge"), origin = origin.GetLeftPart(UriPartial.Authority), crossOrigin = false });

    private JsonObject Answer(JsonObject response) => new()
    {
        ["id"] = Base64Url.EncodeToString(_credentialId),
        ["rawId"] = Base64Url.EncodeToString(_credentialId),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    };
}
