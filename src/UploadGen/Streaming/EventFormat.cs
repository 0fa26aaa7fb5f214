using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>
/// How the events of a <c>text/event-stream</c> are read. An event is an object with <c>event</c>, <c>data</c>, <c>id</c> and <c>retry</c> (OpenAPI 3.2,
/// section 4.14.4).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventFormat
{
    /// <summary>Events whose data is JSON.</summary>
    internal static EventFormat Json { get; } = new();

    /// <summary>Whether an item is the data alone.</summary>
    public bool IsData { get; init; }

    /// <summary>Whether data is text, and not JSON.</summary>
    public bool IsText { get; init; }

    /// <summary>Names of events whose data is the other of the two.</summary>
    public IReadOnlyCollection<string> Others { get; init; } = [];

    /// <summary>Data that is text as it is.</summary>
    public IReadOnlyCollection<string> Texts { get; init; } = [];

    /// <summary>Data that says that nothing follows, and is no item.</summary>
    public IReadOnlyCollection<string> Ends { get; init; } = [];

    /// <summary>Names of events after which nothing follows.</summary>
    public IReadOnlyCollection<string> Last { get; init; } = [];

    /// <summary>Whether an event's data is text.</summary>
    internal bool IsTextIn(string name, string data) => Texts.Contains(data) || (Others.Contains(name) ? !IsText : IsText);
}
