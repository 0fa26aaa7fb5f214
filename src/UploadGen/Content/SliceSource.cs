namespace UploadGen.Core;

/// <summary>A part of another source.</summary>
internal sealed class SliceSource(ContentSource whole, long length, Func<Stream> open) : ContentSource
{
    public override long Length => length;

    public override bool IsPart => true;

    public override Stream Open() => open();

    public override ContentSource Slice(long offset, long length) => throw new NotSupportedException("A part isn't divided again.");

    public override void EnsureUnchanged(Stream opened) => whole.EnsureUnchanged(((SliceStream)opened).Whole);
}
