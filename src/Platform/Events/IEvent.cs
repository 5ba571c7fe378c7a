namespace ServiceCrm.Platform.Events;

/// <summary>
/// Something that happened, named in the past tense; a record of ids and plain values that can be written as JSON and
/// read back years later. Raised by an aggregate, stored with it, delivered to every reaction at least once.
/// </summary>
public interface IEvent;
