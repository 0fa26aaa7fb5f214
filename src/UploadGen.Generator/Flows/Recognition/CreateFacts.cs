using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>What an operation says about itself, for all the URLs in its answer at once.</summary>
internal sealed class CreateFacts
{
    private readonly Lazy<IReadOnlyList<string>> _words;
    private readonly Lazy<string> _prose;
    private readonly Lazy<bool> _announcesFile;
    private readonly Lazy<bool> _asksForParts;
    private readonly Lazy<bool> _namesPart;

    public CreateFacts(OperationModel operation, RecordModel? request)
    {
        Operation = operation;
        _words = new(() => [.. UploadWords.Split(operation.Path), .. UploadWords.Split(operation.Id)]);
        _prose = new(() => (operation.Summary + " " + operation.Description).ToLowerInvariant());

        // A name alone announces nothing: everything has one.
        _announcesFile = new(() => request?.Properties.Any(property => FlowMembers.RoleOf(property) is not null && !FlowMembers.Is(property, "name")) == true
            || operation.Parameters.Any(parameter => FlowMembers.RoleOf(parameter) is not null));
        _namesPart = new(() => request?.Properties.Any(property => PartMembers.IsNumber(property.JsonName, property.Type)) == true
            || operation.Parameters.Any(parameter => PartMembers.IsNumber(parameter.WireName, parameter.Type)));
        _asksForParts = new(() => operation.Parameters.Any(parameter => UploadWords.Split(parameter.WireName).Intersect(UploadWords.Parts).Any()));
    }

    public OperationModel Operation { get; }

    /// <summary>The words of path and operationId.</summary>
    public IReadOnlyList<string> Words => _words.Value;

    /// <summary>Summary and description, in lower case.</summary>
    public string Prose => _prose.Value;

    /// <summary>Whether the request tells a file's name, size or media type.</summary>
    public bool AnnouncesFile => _announcesFile.Value;

    public bool AsksForParts => _asksForParts.Value;

    /// <summary>Whether the request says which part, or parts, of an upload it is about.</summary>
    public bool NamesPart => _namesPart.Value;
}
