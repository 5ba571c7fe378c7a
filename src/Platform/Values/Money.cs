namespace ServiceCrm.Platform.Values;

/// <summary>An amount in minor units (cents) of one ISO 4217 currency.</summary>
public readonly record struct Money(long AmountMinor, string Currency)
{
    public static Money operator +(Money left, Money right) => left.Currency == right.Currency
        ? new Money(checked(left.AmountMinor + right.AmountMinor), left.Currency)
        : throw new InvalidOperationException($"Cannot add {left.Currency} and {right.Currency}.");
}
