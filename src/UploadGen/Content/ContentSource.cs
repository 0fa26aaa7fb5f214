namespace UploadGen.Core;

/// <summary>Where an <see cref="UploadContent"/>'s bytes come from.</summary>
internal abstract class ContentSource
{
    public abstract long Length { get; }

    public virtual bool CanReplay => true;

    /// <summary>What the same bytes are known by in another run of the program; <see langword="null"/> where nothing outlives this one.</summary>
    public virtual string? Identity => null;

    /// <summary>Gives the bytes from the first on. Throws, rather than give other bytes than were announced.</summary>
    public abstract Stream Open();

    public virtual void Close(Stream stream) => stream.Dispose();

    /// <summary>Throws when what was opened is no longer what was announced.</summary>
    public virtual void EnsureUnchanged()
    {
    }
}
