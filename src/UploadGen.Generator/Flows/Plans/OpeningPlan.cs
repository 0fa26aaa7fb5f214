using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>What is known of a flow from the request that opens the upload, and from its answer.</summary>
internal sealed class OpeningPlan(FlowDocument document, FoundOpening opening)
{
    public NamedType Session { get; } = new(opening.Session.Name, NamedKind.Record);

    /// <summary>The most bytes a file may have, if the request limits it.</summary>
    public string? MaxSize
        => opening.Role(FileRole.Size) is { IsParameter: false } size
            ? document.Request(opening.Create)?.Properties.FirstOrDefault(property => property.Name == size.Name)?.Limits.Maximum
            : null;

    /// <summary>What the one call gives: the confirmation's answer, or the session where nothing else comes.</summary>
    public TypeRef Result => opening.Confirm?.Operation.Result ?? Session;

    /// <param name="create">The step that opens the upload.</param>
    /// <param name="steps">Plans the other steps.</param>
    public OpeningModel Model(StepModel create, StepPlan steps)
        => new(create, Session, Id, opening.Roles.Where(role => role.Role is FileRole.Size or FileRole.MediaType).SelectMany(Announced).ToEquatableArray())
        {
            Recovery = opening.Recovery is { } recovery ? new RecoveryModel(steps.Known(recovery.Step), recovery.Url) : null,
        };

    /// <summary>
    /// What names the upload in later steps: the member that is known to be its id, or else what the confirmation takes of the session, first in its
    /// parameters and then in its body.
    /// </summary>
    private MemberPath? Id
        => opening.Id
            ?? (opening.Confirm?.Arguments ?? [])
                .OrderBy(argument => !argument.IsParameter)
                .Select(argument => (argument.Origin as SessionOrigin)?.Path)
                .FirstOrDefault(path => path is not null);

    /// <summary>The member of the request that tells the size or the media type, if it is limited.</summary>
    private IEnumerable<AnnouncedModel> Announced(FoundRole role)
    {
        var (wireName, description, type, limits) = role.IsParameter
            ? opening.Create.Parameters
                .Where(parameter => parameter.Name == role.Name)
                .Select(parameter => (parameter.WireName, parameter.Description, parameter.Type, parameter.Limits))
                .First()
            : document.Request(opening.Create)!.Properties
                .Where(property => property.Name == role.Name)
                .Select(property => (property.JsonName, property.Description, property.Type, property.Limits))
                .First();
        var isLimited = limits != LimitsModel.None || type.AsNonNullable() is NamedType;
        return isLimited ? [new AnnouncedModel(role.Role, wireName, description)] : [];
    }
}
