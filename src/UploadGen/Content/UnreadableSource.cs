using System.Runtime.ExceptionServices;

namespace UploadGen.Core;

/// <summary>A file that couldn't be made a content: whoever uploads it is told why.</summary>
internal sealed class UnreadableSource(Exception failure) : ContentSource
{
    private readonly ExceptionDispatchInfo _failure = ExceptionDispatchInfo.Capture(failure);

    public override long Length => 0;

    public override void EnsureReadable() => _failure.Throw();

    public override Stream Open()
    {
        _failure.Throw();
        return Stream.Null;
    }

    public override ContentSource Slice(long offset, long length) => this;
}
