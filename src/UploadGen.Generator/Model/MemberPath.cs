using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>The way from an object to a member of it or of an object in it: <c>data.upload_url</c>.</summary>
internal sealed record MemberPath(EquatableArray<MemberStep> Steps)
{
    public MemberStep Last => Steps[Steps.Count - 1];

    /// <summary>The member's type, whether or not the way there can break off.</summary>
    public TypeRef Type => Last.Type.AsNonNullable().InCSharp;

    /// <summary>Whether there may be nothing, since the member or one on the way may be absent or null.</summary>
    public bool CanBeNull => Steps.Any(step => step.Type is NullableType);

    /// <summary>The way in the document's names.</summary>
    public string JsonName => string.Join(".", Steps.Select(step => step.JsonName));

    /// <summary>Whether a header of the answer tells it.</summary>
    public bool IsHeader => Last.IsHeader;

    /// <summary>The way as a runtime expression (OpenAPI 3.1.1, section 4.8.20.4).</summary>
    public string Expression => IsHeader ? "$response.header." + Last.JsonName : "$response.body#/" + string.Join("/", Steps.Select(step => step.JsonName));

    /// <summary>Whether the member stands beside another, or beside an object that the other is in.</summary>
    public bool IsAround(MemberPath other)
        => Steps.Count <= other.Steps.Count && Steps.Take(Steps.Count - 1).SequenceEqual(other.Steps.Take(Steps.Count - 1)) && this != other;

    public static MemberPath To(RecordModel declaring, PropertyModel property) => new(new[] { Step(declaring, property) }.ToEquatableArray());

    public MemberPath Then(RecordModel declaring, PropertyModel property) => new(Steps.Append(Step(declaring, property)).ToEquatableArray());

    private static MemberStep Step(RecordModel declaring, PropertyModel property)
        => new(declaring.Name, property.JsonName, property.Name, property.PropertyType, property.IsHeader);
}

/// <summary>A member on the way.</summary>
/// <param name="DeclaringType">The record that has it.</param>
/// <param name="Type">The type of the C# property.</param>
/// <param name="IsHeader">Whether a header of the answer tells it.</param>
internal sealed record MemberStep(string DeclaringType, string JsonName, string Name, TypeRef Type, bool IsHeader = false);
