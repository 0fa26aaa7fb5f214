namespace UploadGen.Core;

/// <summary>One file's share in the progress of many.</summary>
internal sealed class FileTally(ManyTally many, UploadContent content) : IProgress<UploadProgress>
{
    private long _sent;

    /// <summary>Whether some attempt has handed the last byte to the network: from then on the server may have the file, whatever is heard of it.</summary>
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

    public void Complete() => Report(new UploadProgress { BytesSent = content.Length });
}
