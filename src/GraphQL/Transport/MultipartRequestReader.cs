using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ServiceCrm.GraphQL.Transport;

/// <summary>
/// Uploads after the GraphQL multipart request specification: <c>operations</c>, then <c>map</c>, then the files, which are streamed into
/// temporary files and deleted with the request.
/// </summary>
internal sealed class MultipartRequestReader(GraphQLEndpointOptions options) : IAsyncDisposable
{
    private const int MaxBoundaryLength = 100;

    private readonly List<string> _temporary = [];
    private readonly Dictionary<string, Upload> _files = new(StringComparer.Ordinal);

    public async Task<GraphQLRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > MaxBoundaryLength)
            throw IllFormed("The multipart boundary is missing or too long.");
        var reader = new MultipartReader(boundary, request.Body);
        try
        {
            var operations = await ReadTextAsync(reader, "operations", cancellation);
            var map = ReadMap(await ReadTextAsync(reader, "map", cancellation));
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
                await ReadFileAsync(section, map, cancellation);
            return map.Count == 0 ? JsonRequestReader.Read(operations, _files) : throw IllFormed($"The file \"{map.Keys.First()}\" is missing.");
        }
        catch (InvalidDataException invalid)
        {
            throw IllFormed(invalid.Message);
        }
        catch (IOException cut) when (cut is not FileNotFoundException)
        {
            throw IllFormed("The multipart body ends too early.");
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var path in _temporary)
            File.Delete(path);
        return default;
    }

    private async Task<byte[]> ReadTextAsync(MultipartReader reader, string name, CancellationToken cancellation)
    {
        var section = await reader.ReadNextSectionAsync(cancellation);
        if (section is null || !string.Equals(NameOf(section).Name, name, StringComparison.Ordinal))
            throw IllFormed($"The part \"{name}\" must come first, as the multipart request specification says.");
        using var memory = new MemoryStream();
        await CopyAsync(section.Body, memory, options.MaxBodyBytes, cancellation);
        return memory.ToArray();
    }

    private static Dictionary<string, string[]> ReadMap(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? throw IllFormed("\"map\" must be an object.");
        }
        catch (JsonException)
        {
            throw IllFormed("\"map\" must be a JSON object of arrays of paths.");
        }
    }

    private async Task ReadFileAsync(MultipartSection section, Dictionary<string, string[]> map, CancellationToken cancellation)
    {
        var (name, fileName) = NameOf(section);
        if (name is null || !map.Remove(name, out var places))
            return;
        if (_temporary.Count == options.MaxFiles)
            throw new RequestProblemException(RequestProblem.TooLarge, $"At most {options.MaxFiles} files in one request.");
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        _temporary.Add(path);
        long length;
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            length = await CopyAsync(section.Body, file, options.MaxFileBytes, cancellation);
        var upload = new Upload(Path.GetFileName(fileName ?? name), section.ContentType ?? "application/octet-stream", length, () => File.OpenRead(path));
        foreach (var place in places)
            _files[place] = upload;
    }

    private static (string? Name, string? FileName) NameOf(MultipartSection section)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            return (null, null);
        var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return (HeaderUtilities.RemoveQuotes(disposition.Name).Value, HeaderUtilities.RemoveQuotes(fileName).Value);
    }

    private static async Task<long> CopyAsync(Stream from, Stream to, long maxBytes, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var total = 0L;
            int read;
            while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
            {
                total += read;
                if (total > maxBytes)
                    throw new RequestProblemException(RequestProblem.TooLarge, $"A part is larger than {maxBytes} bytes.");
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            return total;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static RequestProblemException IllFormed(string message) => new(RequestProblem.IllFormed, message);
}
