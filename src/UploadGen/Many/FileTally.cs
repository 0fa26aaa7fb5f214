namespace UploadGen.Core;

/// <summary>One file's share in the progress of many.</summary>
internal sealed class FileTally(ManyTally many, UploadContent content) : IProgress<UploadProgress>
{
    private long _sent;

    /// <summary>Whether an attempt has handed the last byte to the network. From then on the server may have the file, even if no answer comes.</summary>
    public bool IsWhole => _sent == content.Length;

    public void Report(UploadProgress value)
    {
        if (value.BytesSent <= _sent)
        {
            return;
        }

        many.Add(value.BytesSent - _sent);
        _sent = value.BytesSent;
    }

    /// <summary>Counts the whole file as sent.</summary>
    public void Complete() => Report(new UploadProgress { BytesSent = content.Length });
}
