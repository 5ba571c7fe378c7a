namespace ServiceCrm.GraphQL.Types;

/// <summary>
/// The directives of spec section 3.13, frozen and shared by all schemas. <see cref="Defer"/> and <see cref="Stream"/> are of no
/// edition yet: a schema has them only when they are added to its builder.
/// </summary>
public static class BuiltInDirectives
{
    /// <summary>The reason of <c>@deprecated</c> when none is given.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    private static readonly DirectiveLocation[] Selections = [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment];

    public static DirectiveDefinition Include { get; } = Create(
        new("include", Selections) { Description = "Directs the executor to include this field or fragment only when the `if` argument is true.", IsBuiltIn = true },
        new Argument("if", BuiltInScalars.Boolean.NonNull()) { Description = "Included when true." });

    public static DirectiveDefinition Skip { get; } = Create(
        new("skip", Selections) { Description = "Directs the executor to skip this field or fragment when the `if` argument is true.", IsBuiltIn = true },
        new Argument("if", BuiltInScalars.Boolean.NonNull()) { Description = "Skipped when true." });

    public static DirectiveDefinition Deprecated { get; } = Create(
        new(
            "deprecated",
            DirectiveLocation.FieldDefinition,
            DirectiveLocation.ArgumentDefinition,
            DirectiveLocation.InputFieldDefinition,
            DirectiveLocation.EnumValue,
            DirectiveLocation.DirectiveDefinition)
        {
            Description = "Marks an element of a GraphQL schema as no longer supported.",
            IsBuiltIn = true,
        },
        new Argument("reason", BuiltInScalars.String.NonNull())
        {
            Description = "Explains why this element was deprecated, usually also including a suggestion for how to access supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
            DefaultValue = new StringValueNode(default, DefaultDeprecationReason, IsBlock: false),
        });

    public static DirectiveDefinition SpecifiedBy { get; } = Create(
        new("specifiedBy", DirectiveLocation.Scalar) { Description = "Exposes a URL that specifies the behavior of this scalar.", IsBuiltIn = true },
        new Argument("url", BuiltInScalars.String.NonNull()) { Description = "The URL that specifies the behavior of this scalar." });

    public static DirectiveDefinition OneOf { get; } = Create(
        new("oneOf", DirectiveLocation.InputObject)
        {
            Description = "Indicates exactly one field must be supplied and this field must not be `null`.",
            IsBuiltIn = true,
        });

    /// <summary>Delivers a fragment later (incremental delivery, a proposal).</summary>
    public static DirectiveDefinition Defer { get; } = Create(
        new("defer", DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment)
        {
            Description = "Directs the executor to defer this fragment when the `if` argument is true or undefined.",
        },
        new Argument("if", BuiltInScalars.Boolean.NonNull()) { Description = "Deferred when true or undefined.", DefaultValue = new BooleanValueNode(default, true) },
        new Argument("label", BuiltInScalars.String) { Description = "Unique name" });

    /// <summary>Delivers the items of a list later (incremental delivery, a proposal).</summary>
    public static DirectiveDefinition Stream { get; } = Create(
        new("stream", DirectiveLocation.Field) { Description = "Directs the executor to stream plural fields when the `if` argument is true or undefined." },
        new Argument("initialCount", BuiltInScalars.Int.NonNull()) { Description = "Number of items to return immediately", DefaultValue = new IntValueNode(default, "0") },
        new Argument("if", BuiltInScalars.Boolean.NonNull()) { Description = "Stream when true or undefined.", DefaultValue = new BooleanValueNode(default, true) },
        new Argument("label", BuiltInScalars.String) { Description = "Unique name" });

    /// <summary>The directives that every schema has.</summary>
    public static ImmutableArray<DirectiveDefinition> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    internal static DirectiveDefinition Create(DirectiveDefinition directive, params ReadOnlySpan<Argument> arguments)
    {
        directive.Arguments.AddRange(arguments);
        directive.Freeze();
        return directive;
    }
}
