using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServiceCrm.GraphQL.Fuzz;

/// <summary>Requests that nobody would send: from the documents of the console and from some that use the whole grammar. The same seed gives the same.</summary>
internal sealed partial class Requests(int seed)
{
    private static readonly string[] OwnSeeds =
    [
        "query Q($id: ID! = \"x\", $n: Int @deprecated) @skip(if: false) { node(id: $id) { ...F ... on Ticket @include(if: true) { number tags messages(first: $n) { nodes { id } } } } } fragment F on Node { id }",
        "subscription S { ticketChanged(ticketId: \"\"\"block \\\"\"\" text\"\"\") { ticketId } }",
        "{ __schema { types { name fields(includeDeprecated: true) { name args { defaultValue } type { ofType { name } } } } directives { name locations } } __type(name: \"Query\") { kind } }",
        "\"described\" query { a: tickets(first: 10, filter: { status: [OPEN, NEW], tag: \"\\u{1F600}\\uD83D\\uDE00\" }) { edges { cursor node { customer { displayName tickets(last: 3) { totalCount } } } } } }",
        "mutation M($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id version } errors { __typename code message path ... on ConflictError { currentVersion } } } }",
        "type T implements I & J @d { f(a: [Int!]! = [1]): T! } extend schema { query: T } union U = | A | B directive @x repeatable on FIELD | QUERY input I @oneOf { a: Int = 1 }",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "$", "@", "&", "|", "...", "\"", "\"\"\"", "\\", "\\u", "\\u{110000}", "\\uD83D", "#", "\r", "\n", ",", "\uFEFF", "\0", "0", "-", "1e", ".5",
        "9999999999999999999", "on", "fragment", "query", "subscription", "null", "true", "id", "tickets", "Query", "Ticket", "Node", "$id", "...F", "@skip(if: $x)", "@include(if: 1)", "__typename",
        "{ a: [", "fragment F on Ticket { ...F }", "@cost(weight: \"1\")", "first: 100",
    ];

    private static readonly string[] Deep =
    [
        "{ customer ", "{ a ", "{ ... on Ticket ", "{ ... ", "[", "{a:", "{ tickets(filter: ", "{ __type(name: \"A\") { fields { type ", "query ($a: ", "[[", "{ tickets { nodes { customer ", "type A { f(a: ",
    ];

    private static readonly string[] Wide =
    [
        " id", " a{i}: __typename", " ...F", " a{i}: tickets { totalCount }", " @skip(if: false)", " id @include(if: true)", " x(a{i}: 1)", " $v{i}: Int", ", {i}", " \"s{i}\"", " fragment G{i} on Ticket { id ...G{j} }",
        " query Q{i} { __typename }", " nodes(ids: [\"{i}\"]) { id }", "\n", "#\n", " type T{i} { f: T{j} }", " tickets(first: {i}) { nodes { id subject } }", " ... { id }", " ... on Query { viewer { name } }", " k{i}: {i}", " status: [OPEN, X{i}]",
    ];

    private readonly Random _random = new(seed);
    private readonly string[] _seeds = [.. OwnSeeds, .. OwnSeeds, .. Documents().Values];

    public (string Kind, byte[] Body) Next() => _random.Next(20) switch
    {
        < 6 => ("bytes", Wrap(DamageBytes(Encoding.UTF8.GetBytes(Seed())))),
        < 13 => ("tokens", Wrap(Encoding.UTF8.GetBytes(DamageTokens(Seed())))),
        < 15 => ("nesting", Wrap(Encoding.UTF8.GetBytes(Nest()))),
        < 17 => ("width", Wrap(Encoding.UTF8.GetBytes(Widen()))),
        < 19 => ("json", DamageBytes(Wrap(Encoding.UTF8.GetBytes(Seed())))),
        _ => ("variables", Wrap(Encoding.UTF8.GetBytes(Seed()), Variables())),
    };

    private static Dictionary<string, string> Documents() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "persisted-documents.json")))!;

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|\\.\\.\\.|[A-Za-z_0-9]+|\\s+|.", RegexOptions.Singleline, 1000)]
    private static partial Regex Token();

    // The document as a JSON string; bytes that are no UTF-8 stay as they are.
    private static byte[] Wrap(byte[] document, string variables = "{\"id\":\"Ticket_AaIDLiUgcGigkwjRhpPKrg\",\"first\":2,\"input\":{}}")
    {
        var body = new List<byte>(document.Length + 64);
        body.AddRange("{\"query\":\""u8);
        foreach (var b in document)
        {
            if (b is (byte)'"' or (byte)'\\')
                body.Add((byte)'\\');
            if (b >= 0x20)
                body.Add(b);
            else
                body.AddRange(Encoding.ASCII.GetBytes($"\\u{(int)b:x4}"));
        }

        body.AddRange(Encoding.UTF8.GetBytes($"\",\"variables\":{variables}}}"));
        return [.. body];
    }

    private string Seed() => _seeds[_random.Next(_seeds.Length)];

    private byte[] DamageBytes(byte[] bytes)
    {
        var list = bytes.ToList();
        for (var i = _random.Next(1, 5); i > 0 && list.Count > 0; i--)
        {
            var at = _random.Next(list.Count);
            switch (_random.Next(4))
            {
                case 0: list[at] = (byte)_random.Next(256); break;
                case 1: list.RemoveAt(at); break;
                case 2: list.Insert(at, (byte)_random.Next(256)); break;
                default: list.InsertRange(at, list.GetRange(at, Math.Min(_random.Next(60), list.Count - at))); break;
            }
        }

        return [.. list];
    }

    private string DamageTokens(string document)
    {
        var tokens = Token().Matches(document).Select(match => match.Value).ToList();
        for (var i = _random.Next(1, 6); i > 0 && tokens.Count > 1; i--)
        {
            var (at, other) = (_random.Next(tokens.Count), _random.Next(tokens.Count));
            switch (_random.Next(5))
            {
                case 0: tokens.RemoveAt(at); break;
                case 1: tokens.Insert(at, Pieces[_random.Next(Pieces.Length)]); break;
                case 2: tokens.Insert(at, tokens[other]); break;
                case 3: (tokens[at], tokens[other]) = (tokens[other], tokens[at]); break;
                default: tokens.Insert(at, string.Concat(Enumerable.Repeat(Pieces[_random.Next(Pieces.Length)], _random.Next(200)))); break;
            }
        }

        return string.Concat(tokens);
    }

    private string Nest()
    {
        var piece = Deep[_random.Next(Deep.Length)];
        var times = Size();
        var start = piece[0] is '[' or '{' && piece.Length < 4 ? "{ tickets(filter: " : string.Empty;
        return $"{start}{string.Concat(Enumerable.Repeat(piece, times))} id {string.Concat(Enumerable.Repeat("}", _random.Next(2) * times))}";
    }

    private string Widen()
    {
        var piece = Wide[_random.Next(Wide.Length)];
        var times = Size();
        var text = new StringBuilder();
        for (var i = 0; i < times; i++)
            text.Append(piece.Replace("{i}", $"{i}", StringComparison.Ordinal).Replace("{j}", $"{_random.Next(times)}", StringComparison.Ordinal));
        return piece switch
        {
            [' ', 'f' or 'q' or 't', ..] when !piece.StartsWith(" tickets", StringComparison.Ordinal) => $"{{ node(id: 1) {{ ...G0 }} }}{text}",
            [' ', '$', ..] => $"query ({text}) {{ __typename }}",
            [' ', 'k' or 's', ..] => $"{{ tickets(filter: {{ {text} }}) {{ totalCount }} }}",
            [',', ..] or [' ', '"', ..] => $"{{ nodes(ids: [{text}]) {{ id }} }}",
            [' ', '@', ..] => $"query {text} {{ __typename {text} }}",
            _ => $"{{ {text} }} fragment F on Query {{ __typename {text} }}",
        };
    }

    private string Variables()
    {
        var deep = Size() / 10;
        return _random.Next(3) switch
        {
            0 => $"{{\"input\":{string.Concat(Enumerable.Repeat("[", deep))}1{string.Concat(Enumerable.Repeat("]", deep))}}}",
            1 => $"{{\"input\":{{{string.Join(',', Enumerable.Range(0, deep).Select(i => $"\"k{i}\":{i}"))}}},\"first\":-1}}",
            _ => $"{{\"filter\":{{\"tag\":\"{new string('x', deep)}\",\"status\":[{string.Join(',', Enumerable.Repeat("\"OPEN\"", deep))}]}},\"id\":null}}",
        };
    }

    // Mostly small, now and then as large as a body may be.
    private int Size() => _random.Next(200) switch { 0 => _random.Next(20_000, 60_000), < 10 => _random.Next(500, 5_000), _ => _random.Next(1, 300) };
}
