using UploadGen;

namespace Quickstart.Flows;

/// <summary>A way to upload a file, shown from its first request to the use of what was uploaded.</summary>
internal interface IFlow
{
    string Title { get; }

    Task RunAsync(UploadContent content, CancellationToken cancellationToken);
}
