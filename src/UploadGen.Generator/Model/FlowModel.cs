using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>An upload: one request, or several that belong together.</summary>
/// <param name="Name">The flow's name, such as <c>Asset</c>.</param>
/// <param name="CreateMethod">The method that opens the upload, or is the whole of it.</param>
/// <param name="Session">What opening gives; null when one request is the whole upload.</param>
/// <param name="MethodName">The one call, <c>UploadAssetAsync</c>; null where there is none to generate.</param>
/// <param name="SendMethodName">The middle step, <c>PutAssetUploadAsync</c>; null where there is none to generate.</param>
/// <param name="BuilderName">The private method that puts the steps together; null where there is none to generate.</param>
/// <param name="Confirm">How the upload is confirmed.</param>
/// <param name="RecordedSize">The member of the confirmation's answer with the size that the API has recorded.</param>
/// <param name="Part">How a part is sent.</param>
/// <param name="Abort">How the upload is given up.</param>
/// <param name="Many">How many files are uploaded in one call; null where there is none to generate.</param>
/// <param name="Parts">How the parts are made and put together; null where that isn't known, and for other kinds.</param>
/// <param name="Missing">What keeps an upload in parts from being one call.</param>
internal sealed record FlowModel(
    string Name,
    FlowKind Kind,
    string CreateMethod,
    SessionModel? Session = null,
    string? MethodName = null,
    string? SendMethodName = null,
    string? BuilderName = null,
    EquatableArray<RoleModel> CreateRoles = default,
    StepModel? Confirm = null,
    MemberPath? RecordedSize = null,
    StepModel? Part = null,
    StepModel? Abort = null,
    ManyModel? Many = null,
    PartsModel? Parts = null,
    string? Missing = null)
{
    /// <summary>The members of the session that must not be written down: who has them may upload.</summary>
    public IEnumerable<MemberPath> Secrets => new[] { Session!.Headers, Session.Fields }.OfType<MemberPath>();

    /// <summary>Whether another run of the program can confirm, from what may be written down of the session.</summary>
    public bool IsResumable
        => Confirm is null || Confirm.Arguments.Select(argument => argument.Value).OfType<SessionValue>().All(value =>
            value.Path.Type is not ScalarType { Kind: Scalar.Uri } && value.Path != Session!.Url
            && !Secrets.Any(secret => value.Path.Steps.Any(step => step.JsonName == secret.Last.JsonName)));
}

/// <summary>The one call for many files.</summary>
/// <param name="MethodName">Its name, <c>UploadManyAssetsAsync</c>.</param>
/// <param name="BuilderName">The private method that says how one of them is uploaded.</param>
/// <param name="FileParameter">The parameter of the operation that takes a file, where one request is the upload.</param>
internal sealed record ManyModel(string MethodName, string BuilderName, string? FileParameter);

internal enum FlowKind
{
    /// <summary>A URL to PUT the file to.</summary>
    Presigned,

    /// <summary>A URL to POST the file to, in a form with fields that are given.</summary>
    FormPost,

    /// <summary>The file goes out in parts, each to a URL or an operation.</summary>
    Parts,

    /// <summary>One request: a form with the file in it.</summary>
    Multipart,

    /// <summary>One request: its body is the file.</summary>
    Raw,
}

/// <summary>What the answer that opens an upload holds for the next step.</summary>
/// <param name="Type">The answer's type.</param>
/// <param name="Url">Where the file goes; null when its parts go to an operation.</param>
/// <param name="Headers">The headers to send with it.</param>
/// <param name="Fields">The fields of the form that it is sent in.</param>
/// <param name="Id">What names the upload in later steps.</param>
internal sealed record SessionModel(string Type, MemberPath? Url, MemberPath? Headers = null, MemberPath? Fields = null, MemberPath? Id = null);

/// <summary>What the file itself answers of the request that opens the upload.</summary>
/// <param name="Name">The property of the body, or the parameter.</param>
internal sealed record RoleModel(string Name, FileRole Role, bool IsParameter = false);

internal enum FileRole
{
    FileName,
    Size,
    MediaType,

    /// <summary>How many parts it is sent in.</summary>
    PartCount,
}

/// <summary>A later step: the method that does it.</summary>
/// <param name="Arguments">What the flow knows to say; all else is said by the caller.</param>
internal sealed record StepModel(string Method, EquatableArray<StepArgument> Arguments);

/// <summary>What a parameter, or a property of the body, gets.</summary>
internal sealed record StepArgument(string Name, bool IsParameter, FlowValue Value);
