namespace UploadGen.Core;

/// <summary>Where an <see cref="UploadContent"/>'s bytes come from.</summary>
internal abstract class ContentSource
{
    public abstract long Length { get; }

    public virtual bool CanReplay => true;

    /// <summary>What the same bytes are known by in another run of the program; <see langword="null"/> where they exist in this run only.</summary>
    public virtual string? Identity => null;

    /// <summary>The full path of a file on disk; <see langword="null"/> for all else.</summary>
    public virtual string? Path => null;

    /// <summary>When the bytes were last changed, where that is known. Whoever may write them may say any time.</summary>
    public virtual DateTimeOffset? LastWrite => null;

    /// <summary>When the bytes or what is known of them was last changed, as only the operating system says it; <see langword="null"/> if unknown.</summary>
    public virtual long? Changed => null;

    /// <summary>Whether the bytes are a part of a file only.</summary>
    public virtual bool IsPart => false;

    /// <summary>Opens the bytes at the first. Throws where they are known to be others than were announced.</summary>
    public abstract Stream Open();

    /// <summary>A part of the bytes. Several parts can be open at a time. Only for a source that <see cref="CanReplay"/>.</summary>
    public abstract ContentSource Slice(long offset, long length);

    public virtual void Close(Stream stream) => stream.Dispose();

    /// <summary>Whether <see cref="EnsureUnchanged"/> notices more bytes than were announced, so that nobody has to read on for them.</summary>
    public virtual bool TellsLength => false;

    /// <summary>Throws when what was opened is no longer what was announced.</summary>
    /// <param name="opened">What <see cref="Open"/> gave.</param>
    public virtual void EnsureUnchanged(Stream opened)
    {
    }
}
