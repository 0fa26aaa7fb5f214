namespace UploadGen.Core;

/// <summary>A digest of what a store holds that isn't that of the file.</summary>
/// <param name="Told">What the store told.</param>
/// <param name="Sent">The digest of what was sent, made in the same way.</param>
internal sealed record DigestDifference(ToldDigest Told, byte[] Sent)
{
    /// <summary>What storage holds: <c>md5:</c> and the digest in hexadecimal.</summary>
    public string ToldText => Text(Told.Value);

    /// <summary>What was sent.</summary>
    public string SentText => Text(Sent);

    private string Text(byte[] digest) => DigestText.Write(Told.Algorithm, DigestEncoding.Oci, digest);
}
