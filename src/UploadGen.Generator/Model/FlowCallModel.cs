using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>The one call that does all steps of a flow.</summary>
/// <param name="MethodName">Its name, <c>UploadAssetAsync</c>.</param>
/// <param name="BuilderName">The private method that puts the steps together.</param>
/// <param name="Parameters">What is asked of the caller beside the file: what the steps need and neither file nor session answers.</param>
/// <param name="MaxSize">The most bytes a file may have, if the request that opens the upload limits it.</param>
/// <param name="Result">What the call gives.</param>
/// <param name="IsWithSession">Whether it gives the session beside that, since nothing may be sent, and so nothing confirmed.</param>
internal sealed record FlowCallModel(
    string MethodName,
    string BuilderName,
    EquatableArray<MethodParameterModel> Parameters,
    string? MaxSize,
    TypeRef Result,
    bool IsWithSession = false);

/// <summary>The one call for many files.</summary>
/// <param name="MethodName">Its name, <c>UploadManyAssetsAsync</c>.</param>
/// <param name="Contents">The parameter for the files.</param>
/// <param name="Options">The parameter for the options.</param>
/// <param name="File">What a lambda calls one of the files.</param>
/// <param name="PerFile">The parameters that are told for each file, and so are functions of it; all others are the same for all files.</param>
internal sealed record ManyCallModel(string MethodName, string Contents, string Options, string File, EquatableArray<string> PerFile);

/// <summary>Many files, each of them with a session of its own.</summary>
/// <param name="Call">The one call.</param>
/// <param name="JournalsSession">Whether another run of the program can confirm from what a journal may hold of the session.</param>
/// <param name="Secrets">The members of the session, by their names in JSON, that a journal must not hold: who has them may upload.</param>
internal sealed record ManySessionsModel(ManyCallModel Call, bool JournalsSession, EquatableArray<string> Secrets);

/// <summary>Many files, each of them in one request.</summary>
/// <param name="Call">The one call.</param>
/// <param name="BuilderName">The private method that says how one of them is uploaded.</param>
/// <param name="FileParameter">The parameter of the operation's method that takes the file.</param>
/// <param name="Parameters">The other parameters.</param>
/// <param name="Names">What the lambda that sends one file calls its parameters.</param>
internal sealed record ManyRequestsModel(
    ManyCallModel Call,
    string BuilderName,
    string FileParameter,
    EquatableArray<MethodParameterModel> Parameters,
    SendNamesModel Names);

/// <summary>What a lambda that sends a file calls its parameters.</summary>
internal sealed record SendNamesModel(string File, string Progress, string Token);
