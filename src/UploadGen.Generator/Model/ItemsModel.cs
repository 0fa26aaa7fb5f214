using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>How the items of a body follow each other, which are read or sent as they come.</summary>
/// <param name="Format">How they follow each other.</param>
/// <param name="Events">How events are read, where that isn't as usual.</param>
internal sealed record ItemsModel(ItemsKind Format, EventFormatModel? Events = null);

internal enum ItemsKind
{
    /// <summary>A JSON value on each line.</summary>
    JsonLines,

    /// <summary>RFC 7464.</summary>
    JsonSequence,

    /// <summary><c>text/event-stream</c>.</summary>
    Events,
}

/// <summary>How the data of events is read. It is JSON, and an item is the whole event, where nothing else is said.</summary>
/// <param name="IsData">Whether an item is the data alone.</param>
/// <param name="IsText">Whether data is text, and not JSON.</param>
/// <param name="Others">Names of events whose data is the other of the two.</param>
/// <param name="Texts">Data that is text as it is.</param>
/// <param name="Ends">Data that says that nothing follows.</param>
/// <param name="Last">Names of events after which nothing follows.</param>
internal sealed record EventFormatModel(
    bool IsData,
    bool IsText,
    EquatableArray<string> Others,
    EquatableArray<string> Texts,
    EquatableArray<string> Ends,
    EquatableArray<string> Last)
{
    /// <summary>Events whose data is JSON.</summary>
    public static EventFormatModel Usual { get; } = new(false, false, [], [], [], []);
}
