using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.Host.Http;

/// <summary>Writes the page: a list of names at the side, and an entry for each operation and type, all linked to each other.</summary>
internal sealed partial class ReferencePage(Schema schema, string styles)
{
    private readonly StringBuilder _html = new();

    public string Write()
    {
        var sections = Sections().Where(section => section.Entries.Count > 0).ToList();
        Add($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">");
        Add($"<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\"><title>API reference · ServiceCrm</title><style>{styles}</style></head><body>");
        Add($"<a class=\"skip\" href=\"#content\">Skip to the content</a><header><h1>API reference</h1>");
        Add($"<input id=\"filter\" type=\"search\" placeholder=\"Filter ( / )\" aria-label=\"Filter by name\" autocomplete=\"off\" hidden><a href=\"/graphql\">Explorer</a><a href=\"/graphql/schema.graphql\">Schema</a></header>");
        Add($"<nav aria-label=\"Contents\">");
        foreach (var (title, entries) in sections)
            Add($"<details open><summary>{title} <small>{entries.Count}</small></summary><ul>{string.Concat(entries.Select(entry => $"<li><a href=\"#{entry.Id}\">{entry.Name}</a>"))}</ul></details>");
        Add($"</nav><main id=\"content\" tabindex=\"-1\">");
        foreach (var (title, entries) in sections)
        {
            Add($"<section><h2>{title}</h2>");
            entries.ForEach(entry => entry.Write());
            Add($"</section>");
        }

        Add($"<p id=\"nothing\" role=\"status\" hidden>Nothing has this name.</p></main><script src=\"/graphql/reference.js\"></script></body></html>");
        return _html.ToString();
    }

    private List<(string Title, List<Entry> Entries)> Sections() =>
    [
        ("Queries", Operations(schema.QueryType)),
        ("Mutations", Operations(schema.MutationType)),
        ("Subscriptions", Operations(schema.SubscriptionType)),
        ("Objects", Types<ObjectType>(type => Members(type.Fields, Field))),
        ("Interfaces", Types<InterfaceType>(type => Members(type.Fields, Field))),
        ("Unions", Types<UnionType>(_ => { })),
        ("Inputs", Types<InputObjectType>(type => Members(type.Fields, Input))),
        ("Enums", Types<EnumType>(type => Members(type.Values, value => $"<code>{value.Name}</code>"))),
        ("Scalars", Types<ScalarType>(_ => { })),
        ("Directives", [.. schema.Directives.OrderBy(directive => directive.Name, StringComparer.Ordinal).Select(directive => new Entry($"@{directive.Name}", $"directive-{directive.Name}", () => Write(directive)))]),
    ];

    private List<Entry> Operations(ObjectType? root) => root is null ? [] :
        [.. root.Fields.OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => new Entry(field.Name, field.Coordinate, () => Write(field)))];

    private List<Entry> Types<T>(Action<T> members)
        where T : NamedType => [.. schema.Types.OfType<T>().Where(type => !IsRoot(type) && !type.Name.StartsWith("__", StringComparison.Ordinal))
            .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => new Entry(type.Name, type.Name, () => Write(type, members)))];

    private bool IsRoot(NamedType type) => type == schema.QueryType || type == schema.MutationType || type == schema.SubscriptionType;

    private void Write(Field operation)
    {
        Add($"<article id=\"{operation.Coordinate}\"><h3><a href=\"#{operation.Coordinate}\">{operation.Name}</a></h3><p class=\"type\">returns {Link(operation.Type)}</p>{Description(operation)}");
        Members(operation.Arguments, Input);
        Add($"</article>");
    }

    private void Write<T>(T type, Action<T> members)
        where T : NamedType
    {
        Add($"<article id=\"{type.Name}\"><h3><a href=\"#{type.Name}\">{type.Name}</a></h3>{Description(type)}");
        if (type is FieldsType { Interfaces.IsEmpty: false } fields)
            Add($"<p class=\"type\">implements {string.Join(", ", fields.Interfaces.Select(Link))}</p>");
        if (type is CompositeType composite and not ObjectType)
            Add($"<p class=\"type\">one of {string.Join(", ", composite.PossibleTypes.Select(Link))}</p>");
        members(type);
        Add($"</article>");
    }

    private void Write(DirectiveDefinition directive)
    {
        Add($"<article id=\"directive-{directive.Name}\"><h3><a href=\"#directive-{directive.Name}\">@{directive.Name}</a></h3>{Description(directive)}");
        Members(directive.Arguments, Input);
        Add($"</article>");
    }

    private void Members<T>(MemberList<T> members, Func<T, string> show)
        where T : SchemaMember
    {
        if (members.Count == 0)
            return;
        Add($"<dl>");
        foreach (var member in members)
            Add($"<dt>{show(member)}{(member.IsDeprecated ? " <small class=\"old\">deprecated</small>" : "")}</dt><dd>{Description(member)}</dd>");
        Add($"</dl>");
    }

    private static string Field(Field field) =>
        $"<code>{field.Name}{(field.Arguments.Count == 0 ? "" : $"({string.Join(", ", field.Arguments.Select(argument => $"{argument.Name}: {Link(argument.Type)}"))})")}: {Link(field.Type)}</code>";

    private static string Input(InputValue input) =>
        $"<code>{input.Name}: {Link(input.Type)}{(input.DefaultValue is { } value ? $" = {WebUtility.HtmlEncode(value.ToString())}" : "")}</code>{(input.IsRequired ? " <small>required</small>" : "")}";

    private static string Link(GraphQLType type) => type switch
    {
        NonNullType nonNull => $"{Link(nonNull.Nullable)}!",
        ListType list => $"[{Link(list.ItemType)}]",
        _ => $"<a href=\"#{type.Named.Name}\">{type.Named.Name}</a>",
    };

    private static string Description(INamedElement element)
    {
        var text = element.Description is { Length: > 0 } description ? $"<p>{Formatted(description)}</p>" : "";
        return element is SchemaMember { DeprecationReason: { } reason } ? $"{text}<p class=\"old\">Deprecated: {Formatted(reason)}</p>" : text;
    }

    // Of Markdown our descriptions use code and paragraphs only.
    private static string Formatted(string text) =>
        Code().Replace(WebUtility.HtmlEncode(text), "<code>${text}</code>").Replace("\n\n", "</p><p>", StringComparison.Ordinal);

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    private void Add(FormattableString html) => _html.Append(html.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append('\n');

    private sealed record Entry(string Name, string Id, Action Write);
}
