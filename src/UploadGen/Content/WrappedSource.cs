namespace UploadGen.Core;

/// <summary>A source that watches what is read of another, and is all else that this one is.</summary>
/// <param name="source">The other source.</param>
internal abstract class WrappedSource(ContentSource source) : ContentSource
{
    public override long Length => source.Length;

    public override bool CanReplay => source.CanReplay;

    public override string? Identity => source.Identity;

    public override string? Path => source.Path;

    public override DateTimeOffset? LastWrite => source.LastWrite;

    public override long? Changed => source.Changed;

    public override bool TellsChanges => source.TellsChanges;

    public override bool IsPart => source.IsPart;

    public override bool TellsLength => source.TellsLength;

    /// <summary>What is wrapped.</summary>
    protected ContentSource Source => source;

    public override void EnsureReadable() => source.EnsureReadable();
}
