using ServiceCrm.GraphQL.Validation.Rules;

namespace ServiceCrm.GraphQL.Validation;

/// <summary>The rules of spec chapter 5 in the order of graphql-js 17, which is the order of the errors.</summary>
public static class SpecifiedRules
{
    /// <summary>One factory a rule; to add a rule, write its class and put it here.</summary>
    public static IReadOnlyList<Func<ValidationContext, ValidationRule>> All { get; } =
    [
        context => new ExecutableDefinitionsRule(context),
        context => new KnownOperationTypesRule(context),
        context => new UniqueOperationNamesRule(context),
        context => new LoneAnonymousOperationRule(context),
        context => new SingleFieldSubscriptionsRule(context),
        context => new KnownTypeNamesRule(context),
        context => new FragmentsOnCompositeTypesRule(context),
        context => new VariablesAreInputTypesRule(context),
        context => new ScalarLeafsRule(context),
        context => new FieldsOnCorrectTypeRule(context),
        context => new UniqueFragmentNamesRule(context),
        context => new KnownFragmentNamesRule(context),
        context => new NoUnusedFragmentsRule(context),
        context => new PossibleFragmentSpreadsRule(context),
        context => new NoFragmentCyclesRule(context),
        context => new UniqueVariableNamesRule(context),
        context => new NoUndefinedVariablesRule(context),
        context => new NoUnusedVariablesRule(context),
        context => new KnownDirectivesRule(context),
        context => new UniqueDirectivesPerLocationRule(context),
        context => new DeferStreamDirectiveOnRootFieldRule(context),
        context => new DeferStreamDirectiveOnValidOperationsRule(context),
        context => new DeferStreamDirectiveLabelRule(context),
        context => new StreamDirectiveOnListFieldRule(context),
        context => new KnownArgumentNamesRule(context),
        context => new UniqueArgumentNamesRule(context),
        context => new ValuesOfCorrectTypeRule(context),
        context => new ProvidedRequiredArgumentsRule(context),
        context => new VariablesInAllowedPositionRule(context),
        context => new OverlappingFieldsCanBeMergedRule(context),
        context => new UniqueInputFieldNamesRule(context),
        context => new MaxIntrospectionDepthRule(context),
    ];
}
