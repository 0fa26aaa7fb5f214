using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>An upload: one request, or several that belong together. There is a record for each kind.</summary>
/// <param name="Name">The flow's name, such as <c>Asset</c>.</param>
internal abstract record FlowModel(string Name);

/// <summary>One request is the whole upload.</summary>
/// <param name="Name">The flow's name.</param>
/// <param name="Operation">The request.</param>
/// <param name="Many">The one call for many files; null where there is none to generate.</param>
internal abstract record RequestFlowModel(string Name, OperationKey Operation, ManyRequestsModel? Many) : FlowModel(Name);

/// <summary>A form with the file in it.</summary>
internal sealed record MultipartFlowModel(string Name, OperationKey Operation, ManyRequestsModel? Many) : RequestFlowModel(Name, Operation, Many);

/// <summary>A body that is the file.</summary>
internal sealed record RawFlowModel(string Name, OperationKey Operation, ManyRequestsModel? Many) : RequestFlowModel(Name, Operation, Many);

/// <summary>Several requests that one call makes.</summary>
/// <param name="Name">The flow's name.</param>
/// <param name="Call">The one call.</param>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Abort">How it is given up; null where the API knows no way.</param>
internal abstract record SessionFlowModel(string Name, FlowCallModel Call, OpeningModel Opening, StepModel? Abort) : FlowModel(Name);

/// <summary>The file goes to a URL of storage.</summary>
/// <param name="Name">The flow's name.</param>
/// <param name="Call">The one call.</param>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Abort">How it is given up; null where the API knows no way.</param>
/// <param name="Storage">What is done with the URL, and then.</param>
internal abstract record UrlFlowModel(string Name, FlowCallModel Call, OpeningModel Opening, StepModel? Abort, StorageModel Storage)
    : SessionFlowModel(Name, Call, Opening, Abort);

/// <summary>The file is PUT to the URL.</summary>
/// <param name="Name">The flow's name.</param>
/// <param name="Call">The one call.</param>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Abort">How it is given up; null where the API knows no way.</param>
/// <param name="Storage">What is done with the URL, and then.</param>
/// <param name="Headers">The headers to send; null where there are none.</param>
internal sealed record PresignedFlowModel(string Name, FlowCallModel Call, OpeningModel Opening, StepModel? Abort, StorageModel Storage, TextsModel? Headers)
    : UrlFlowModel(Name, Call, Opening, Abort, Storage);

/// <summary>The file is POSTed to the URL in a form.</summary>
/// <param name="Name">The flow's name.</param>
/// <param name="Call">The one call.</param>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Abort">How it is given up; null where the API knows no way.</param>
/// <param name="Storage">What is done with the URL, and then.</param>
/// <param name="Fields">The fields of the form; null where there are none.</param>
/// <param name="Headers">The headers to send beside the form's own; null where there are none.</param>
/// <param name="FileField">The name of the field for the file; null for <c>file</c>.</param>
internal sealed record FormPostFlowModel(
    string Name,
    FlowCallModel Call,
    OpeningModel Opening,
    StepModel? Abort,
    StorageModel Storage,
    TextsModel? Fields,
    TextsModel? Headers,
    string? FileField) : UrlFlowModel(Name, Call, Opening, Abort, Storage);

/// <summary>The file is POSTed to the URL as it is.</summary>
/// <param name="Name">The flow's name.</param>
/// <param name="Call">The one call.</param>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Abort">How it is given up; null where the API knows no way.</param>
/// <param name="Storage">What is done with the URL, and then.</param>
/// <param name="Headers">The headers to send; null where there are none.</param>
internal sealed record FilePostFlowModel(string Name, FlowCallModel Call, OpeningModel Opening, StepModel? Abort, StorageModel Storage, TextsModel? Headers)
    : UrlFlowModel(Name, Call, Opening, Abort, Storage);

/// <summary>The file is sent to the URL by the method that the answer names.</summary>
/// <param name="Name">The flow's name.</param>
/// <param name="Call">The one call.</param>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Abort">How it is given up; null where the API knows no way.</param>
/// <param name="Storage">What is done with the URL, and then.</param>
/// <param name="Method">What the answer says.</param>
/// <param name="Headers">The headers to send; null where there are none.</param>
internal sealed record AnsweredFlowModel(
    string Name,
    FlowCallModel Call,
    OpeningModel Opening,
    StepModel? Abort,
    StorageModel Storage,
    AnsweredMethodModel Method,
    TextsModel? Headers) : UrlFlowModel(Name, Call, Opening, Abort, Storage);

/// <summary>The file goes to the URL in several requests.</summary>
/// <param name="Name">The flow's name.</param>
/// <param name="Call">The one call.</param>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Abort">How it is given up; null where the API knows no way.</param>
/// <param name="Storage">What is done with the URL, and then.</param>
/// <param name="Protocol">How the requests are made.</param>
/// <param name="IsEndpoint">Whether the URL is where an upload is created by the protocol, and not an upload yet.</param>
/// <param name="Headers">The headers that go with each request; null where there are none.</param>
/// <param name="Answer">What the last answer says of the file, as a type or any JSON; null where it says nothing, or something else confirms the upload.</param>
internal sealed record ProtocolFlowModel(
    string Name,
    FlowCallModel Call,
    OpeningModel Opening,
    StepModel? Abort,
    StorageModel Storage,
    UploadProtocol Protocol,
    bool IsEndpoint,
    TextsModel? Headers,
    TypeRef? Answer) : UrlFlowModel(Name, Call, Opening, Abort, Storage);

/// <summary>The method by which a file is sent, as the answer that opened the upload names it.</summary>
/// <param name="Path">The session's member with the method.</param>
/// <param name="Default">What is meant where it is left out; null where the document doesn't say.</param>
/// <param name="Fields">The fields of a form; null where there are none.</param>
/// <param name="FileField">The name of the form's field for the file; null for <c>file</c>.</param>
/// <param name="WantsForm">Whether what is sent by POST is a form, even where the answer gives no fields.</param>
internal sealed record AnsweredMethodModel(MemberPath Path, string? Default, TextsModel? Fields, string? FileField, bool WantsForm);

/// <summary>The file goes to an operation of the API.</summary>
/// <param name="Name">The flow's name.</param>
/// <param name="Call">The one call.</param>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Abort">How it is given up; null where the API knows no way.</param>
/// <param name="Send">The operation that takes the file, and what it is told.</param>
/// <param name="Confirm">How the upload is confirmed; null where nothing confirms it.</param>
/// <param name="Many">The one call for many files; null where there is none to generate.</param>
internal sealed record SequenceFlowModel(
    string Name,
    FlowCallModel Call,
    OpeningModel Opening,
    StepModel? Abort,
    StepModel Send,
    ConfirmModel? Confirm,
    ManySessionsModel? Many) : SessionFlowModel(Name, Call, Opening, Abort);

/// <summary>The file goes out in parts.</summary>
/// <param name="Name">The flow's name.</param>
/// <param name="Call">The one call.</param>
/// <param name="Opening">How the upload is opened.</param>
/// <param name="Abort">How it is given up; null where the API knows no way.</param>
/// <param name="Target">Where the parts go.</param>
/// <param name="Terms">Where the API says how large parts are to be; null where it doesn't.</param>
/// <param name="Complete">How the parts are put together; null where nothing has to do that.</param>
/// <param name="RecordedSize">The member of the answer to that with the size that the API has recorded.</param>
/// <param name="Many">The one call for many files; null where there is none to generate.</param>
internal sealed record PartsFlowModel(
    string Name,
    FlowCallModel Call,
    OpeningModel Opening,
    StepModel? Abort,
    PartTargetModel Target,
    PartTermsModel? Terms,
    StepModel? Complete,
    MemberPath? RecordedSize,
    ManySessionsModel? Many) : SessionFlowModel(Name, Call, Opening, Abort);

/// <summary>Several requests, of which no one call is made: the document leaves open what it would have to know, or there is no way to send the file so.</summary>
/// <param name="Name">The flow's name.</param>
/// <param name="Create">The operation that opens the upload.</param>
/// <param name="Missing">What is left open, in words.</param>
internal sealed record OpenFlowModel(string Name, OperationKey Create, string Missing) : FlowModel(Name);

/// <summary>What is done with the URL of a storage, and then.</summary>
/// <param name="MethodName">The middle step, <c>PutAssetUploadAsync</c>.</param>
/// <param name="Url">The session's member with the URL.</param>
/// <param name="Confirm">How the upload is confirmed; null where nothing confirms it.</param>
/// <param name="Many">The one call for many files; null where there is none to generate.</param>
/// <param name="Presence">How the session says that the API has the file already; null where it never does.</param>
internal sealed record StorageModel(string MethodName, MemberPath Url, ConfirmModel? Confirm, ManySessionsModel? Many, PresenceModel? Presence);

/// <summary>How an upload is confirmed.</summary>
/// <param name="Step">The operation, and what it is told.</param>
/// <param name="RecordedSize">The member of the answer with the size that the API has recorded.</param>
internal sealed record ConfirmModel(StepModel Step, MemberPath? RecordedSize);

/// <summary>How an upload is opened.</summary>
/// <param name="Create">The operation, and what it is told.</param>
/// <param name="Session">The answer's type.</param>
/// <param name="Id">What names the upload in later steps; null where nothing does.</param>
/// <param name="Announced">Where the request tells of the file and is limited.</param>
internal sealed record OpeningModel(StepModel Create, NamedType Session, MemberPath? Id, EquatableArray<AnnouncedModel> Announced)
{
    /// <summary>What gives an upload that is open another URL; null where nothing is stated.</summary>
    public RecoveryModel? Recovery { get; init; }
}

/// <summary>What gives an upload that is open another URL.</summary>
/// <param name="Step">The operation, and what it is told.</param>
/// <param name="Url">The member of its answer with the URL.</param>
internal sealed record RecoveryModel(StepModel Step, MemberPath Url);

/// <summary>A limited member of the request that tells of the file.</summary>
/// <param name="Role">What it tells: the size or the media type.</param>
/// <param name="WireName">Its name in the request.</param>
/// <param name="Description">The document's words about it.</param>
internal sealed record AnnouncedModel(FileRole Role, string WireName, string? Description);
