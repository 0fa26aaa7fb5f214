using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace UploadGen.Core;

/// <summary>A digest that is made of bytes as they come.</summary>
internal abstract class RunningDigest : IDisposable
{
    [SuppressMessage("Security", "CA5350", Justification = "Stores and APIs name the digest; it finds damage on the way.")]
    [SuppressMessage("Security", "CA5351", Justification = "Stores and APIs name the digest; it finds damage on the way.")]
    public static RunningDigest Start(DigestAlgorithm algorithm) => algorithm switch
    {
        DigestAlgorithm.Crc32C => new Crc(static (crc, bytes) => Crc32C.Append((uint)crc, bytes), sizeof(uint)),
        DigestAlgorithm.Crc64Nvme => new Crc(ReflectedCrc.Crc64Nvme.Append, sizeof(ulong)),
        DigestAlgorithm.Crc32 => new Crc(ReflectedCrc.Crc32.Append, sizeof(uint)),
        DigestAlgorithm.Md5 => new Hash(HashAlgorithmName.MD5),
        DigestAlgorithm.Sha1 => new Hash(HashAlgorithmName.SHA1),
        DigestAlgorithm.Sha256 => new Hash(HashAlgorithmName.SHA256),
        DigestAlgorithm.Sha512 => new Hash(HashAlgorithmName.SHA512),
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>The digest of all that was appended.</summary>
    public abstract byte[] Current();

    public abstract void Dispose();

    private delegate ulong Sum(ulong sum, ReadOnlySpan<byte> bytes);

    private sealed class Crc(Sum append, int size) : RunningDigest
    {
        private ulong _sum;

        public override void Append(ReadOnlySpan<byte> bytes) => _sum = append(_sum, bytes);

        public override byte[] Current()
        {
            var bytes = new byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, _sum);
            return bytes[^size..];
        }

        public override void Dispose()
        {
        }
    }

    private sealed class Hash(HashAlgorithmName name) : RunningDigest
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(name);

        public override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

        public override byte[] Current() => _hash.GetCurrentHash();

        public override void Dispose() => _hash.Dispose();
    }
}
