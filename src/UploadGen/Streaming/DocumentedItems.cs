namespace UploadGen.Core;

/// <summary>A success whose body is a sequence of items, and how each is read.</summary>
/// <param name="Format">How they follow each other; <see langword="null"/> where there is no body.</param>
/// <param name="Read">Reads an item.</param>
/// <param name="Events">How events are read.</param>
internal sealed record DocumentedItems<T>(ItemFormat? Format, JsonRead<T>? Read = null, EventFormat? Events = null)
{
    public ItemReader Reader(BodyWindow body) => Format switch
    {
        ItemFormat.Events => new EventStreamReader(body, Events!),
        ItemFormat.JsonSequence => new JsonSequenceReader(body),
        _ => new JsonLinesReader(body),
    };

    /// <summary>Whether an answer of a media type can be read: what isn't said to be events must not be taken for such (WHATWG HTML, section 9.2.3).</summary>
    public bool Takes(string? mediaType)
        => Format != ItemFormat.Events || string.Equals(mediaType, "text/event-stream", StringComparison.OrdinalIgnoreCase);
}
