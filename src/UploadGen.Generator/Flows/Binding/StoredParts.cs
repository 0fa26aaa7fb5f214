using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>What completing an upload takes of the parts that are in storage: their ETags, numbers, sizes and digests.</summary>
internal sealed class StoredParts(FlowDocument document)
{
    private static readonly string[] Sizes = ["size", "length", "part size", "part length", "content length", "size bytes", "bytes"];

    /// <summary>S3's own names of what is always in base64 there (CompletedPart).</summary>
    private static readonly Dictionary<string, string> S3Digests = new(StringComparer.Ordinal)
    {
        ["ChecksumCRC32"] = "crc32",
        ["ChecksumCRC32C"] = "crc32c",
        ["ChecksumCRC64NVME"] = "crc64nvme",
        ["ChecksumSHA1"] = "sha1",
        ["ChecksumSHA256"] = "sha256",
    };

    /// <param name="list">The list that gets something of each part.</param>
    /// <param name="isStated">Whether the document states that it does.</param>
    /// <returns>Null where an item must have what isn't known.</returns>
    public StoredPartsOrigin? Find(PropertyModel list, bool isStated)
    {
        var item = PartsCompletion.ItemOf(list);
        if (item is ScalarType { Kind: Scalar.String })
        {
            return isStated || PartMembers.IsETags(list) ? new StoredPartsOrigin(Record: null, [new StoredMemberModel(Property: null, StoredFact.ETag)]) : null;
        }

        if (item is ScalarType { Kind: Scalar.Int32 or Scalar.Int64 })
        {
            var number = new StoredMemberModel(Property: null, StoredFact.Number, PartMembers.FirstOf(list));
            return PartMembers.IsNumber(list.JsonName, list.Type) ? new StoredPartsOrigin(Record: null, [number]) : null;
        }

        return document.Record(item) is { } record ? Find(record) : null;
    }

    private static StoredPartsOrigin? Find(RecordModel record)
    {
        var found = new List<StoredMemberModel>();
        foreach (var property in record.Properties.Where(property => !property.IsReadOnly))
        {
            if (MemberOf(property) is { } member && (member.Fact is StoredFact.Number or StoredFact.ETag || property.IsRequired)
                && found.TrueForAll(other => other.Fact != member.Fact || member.Fact == StoredFact.Digest))
            {
                found.Add(member);
            }
            else if (property is { IsRequired: true, Constant: null })
            {
                return null;
            }
        }

        var says = found.Exists(member => member.Fact == StoredFact.Number) && found.Exists(member => member.Fact is StoredFact.ETag or StoredFact.Digest);
        return says ? new StoredPartsOrigin(record, found) : null;
    }

    private static StoredMemberModel? MemberOf(PropertyModel property)
    {
        var type = property.Type.AsNonNullable();
        return PartMembers.IsETag(property) ? new StoredMemberModel(property.Name, StoredFact.ETag)
            : type is ScalarType { Kind: Scalar.Int32 or Scalar.Int64 }
                && (PartMembers.IsNumber(property.JsonName, type) || FlowMembers.Is(property, "number", "part", "index"))
                ? new StoredMemberModel(property.Name, StoredFact.Number, PartMembers.FirstOf(property))
            : type is ScalarType { Kind: Scalar.Int64 } && FlowMembers.Is(property, Sizes) ? new StoredMemberModel(property.Name, StoredFact.Length)
            : type is ScalarType { Kind: Scalar.String or Scalar.Bytes } && FormOf(property) is { } form
                ? new StoredMemberModel(property.Name, StoredFact.Digest, Form: form, IsBytes: type is ScalarType { Kind: Scalar.Bytes })
                : null;
    }

    private static DigestForm? FormOf(PropertyModel property)
        => S3Digests.TryGetValue(property.JsonName, out var algorithm)
            ? new DigestForm(algorithm, "base64")
            : DigestForms.Find(new DigestTaker(
                property.Name,
                property.JsonName,
                IsParameter: false,
                property.Type,
                property.Description,
                property.Limits,
                Examples: [],
                IsHeader: false,
                IsBesideFile: false));
}
