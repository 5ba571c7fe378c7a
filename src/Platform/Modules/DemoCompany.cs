namespace ServiceCrm.Platform.Modules;

/// <summary>
/// What the modules share while they write the demo company: one seeded source of chance, the day on which the story
/// ends, and what earlier modules left for later ones (people, customers), by name.
/// </summary>
public sealed class DemoCompany(int seed, DateTimeOffset today, IServiceProvider services)
{
    private readonly Dictionary<string, object> _left = new(StringComparer.Ordinal);

    public Random Random { get; } = new(seed);

    /// <summary>The end of the story; everything happens in the twelve months before.</summary>
    public DateTimeOffset Today { get; } = today;

    public IServiceProvider Services { get; } = services;

    public void Leave<T>(string name, T value) where T : notnull => _left[name] = value;

    public T Take<T>(string name) => (T)_left[name];

    public T Pick<T>(IReadOnlyList<T> from) => from[Random.Next(from.Count)];
}
