namespace UploadGen.CodeFixes.Tests;

/// <summary>Source text that calls the clients which the generator made.</summary>
internal static class Code
{
    /// <summary>A method that has what an upload needs at hand.</summary>
    /// <param name="body">Its statements.</param>
    /// <param name="name">The name of its class.</param>
    public static string Method(string body, string name = "Uploader") => $$"""
        #nullable enable
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Shop.Cyberun;
        using Shop.Runflow;
        using UploadGen;

        public sealed class {{name}}(RunflowClient client, CreateAssetUploadRequest request, UploadContent content, CyberunClient files, HttpClient http)
        {
            public async Task RunAsync(bool flag, Guid folder, string organization, IProgress<UploadProgress> bar, CancellationToken ct)
            {
                await Task.Yield();
                {{body.ReplaceLineEndings("\n        ")}}
                Take((files, http));
            }

            // Nothing tells what these do.
            public static PresignFileResponse Find() => throw new NotImplementedException();

            public static void Take(object? value) => throw new NotImplementedException();
        }
        """;
}
