namespace UploadGen.Generator.Naming;

/// <summary>Names that a generated member can't have.</summary>
internal static class MemberNames
{
    /// <summary>The members of <c>object</c>.</summary>
    public static readonly string[] OfEveryType = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>What the compiler gives every record, or forbids it (C# specification, records).</summary>
    public static readonly string[] OfRecords = ["Clone", "EqualityContract", "PrintMembers"];

    /// <summary>What a generated record's code calls its own parameters and locals.</summary>
    public static readonly string[] OfRecordCode = ["reader", "writer", "name", "member", "additionalMembers"];

    /// <summary>What a generated union has.</summary>
    public static readonly string[] OfUnions = ["Value", "Match"];

    /// <summary>What a generated union's code calls its own parameters and locals, as a variant's name would be spelled.</summary>
    public static readonly string[] OfUnionCode = ["Reader", "Writer", "Exact", "Validation", "TResult", "Other"];
}
