using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>The plan of an upload in one request: the operation's method is the one call, so there is only one for many files to add.</summary>
/// <param name="document">The document that the flow was found in.</param>
/// <param name="clientMembers">The names of the client's members.</param>
internal sealed class RequestPlan(FlowDocument document, NameScope clientMembers)
{
    public RequestFlowModel Plan(string name, FoundRequest flow)
    {
        var operation = flow.Operation;
        var files = operation.MethodParameters.OfType<FileParameterModel>().ToList();
        var file = files.Count == 1 && files[0].Type is FileType ? files[0] : null;

        // Each file's outcome holds a value; a stream would have to be disposed, and a request that gives nothing has none.
        var hasValue = operation.Result is { } result && result.AsNonNullable() is not (FileType or StreamType);
        var many = file is not null && hasValue ? Many(name, operation, file) : null;
        return operation.Body is FormBodyModel ? new MultipartFlowModel(name, operation.Key, many) : new RawFlowModel(name, operation.Key, many);
    }

    private ManyRequestsModel? Many(string name, OperationModel operation, FileParameterModel file)
    {
        var parameters = operation.MethodParameters.Where(parameter => parameter is not (FileParameterModel or ProgressParameterModel)).ToEquatableArray();
        var call = new ManyPlan(document, clientMembers, operation).Call(name, parameters, parameter => parameter.Name, isNamed: false);
        if (call is null)
        {
            return null;
        }

        var names = new NameScope([.. parameters.Select(parameter => parameter.Name)]);
        return new ManyRequestsModel(
            call,
            clientMembers.Take(name + "Upload"),
            file.Name,
            parameters,
            new SendNamesModel(names.Take("file"), names.Take("progress"), names.Take("ct")));
    }
}
