namespace UploadGen.Analyzers.Tests.Harness;

/// <summary>A client of the shape that the generator emits, and code around it that the analyzer can't see into.</summary>
internal static class TestClient
{
    public const string Source = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using UploadGen.Annotations;

        namespace Api;

        public sealed record CreateAssetUploadRequest(string Filename);

        public sealed record ConfirmAssetUploadRequest(Guid? FolderId);

        public sealed record FullValidator(Guid Id);

        public sealed class Content;

        public sealed record AssetUploadResponse
        {
            [UploadSessionId]
            public required Guid AssetId { get; init; }

            [PresignedUrl]
            public required Uri UploadUrl { get; init; }

            [UploadHeaders]
            public required IReadOnlyDictionary<string, string> UploadHeaders { get; init; }

            public bool AlreadyStored { get; init; }

            public Guid ParentAssetId { get; init; }
        }

        public class RunflowClient
        {
            [CreatesUpload("Asset")]
            public virtual Task<AssetUploadResponse> CreateAssetUploadAsync(
                CreateAssetUploadRequest body, string? xOrganizationId = null, CancellationToken cancellationToken = default)
                => throw new NotImplementedException();

            [PutsUpload("Asset")]
            public virtual Task PutAssetUploadAsync(
                [UploadSession] AssetUploadResponse session, Content content, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
                => throw new NotImplementedException();

            [PutsUpload("Asset")]
            public virtual Task PutAssetAsync([PresignedUrl] Uri url, [UploadHeaders] IReadOnlyDictionary<string, string> headers, Content content)
                => throw new NotImplementedException();

            [ConfirmsUpload("Asset")]
            public virtual Task<FullValidator> CreateAssetUploadConfirmationAsync(
                [UploadSessionId] Guid assetUploadId,
                ConfirmAssetUploadRequest? body = null,
                string? xOrganizationId = null,
                CancellationToken cancellationToken = default)
                => throw new NotImplementedException();

            [AbortsUpload("Asset")]
            public virtual Task DeleteAssetUploadAsync([UploadSessionId] Guid assetUploadId) => throw new NotImplementedException();

            [UploadsFile("Asset")]
            public virtual Task<FullValidator> UploadAssetAsync(Content content, CancellationToken cancellationToken = default)
                => throw new NotImplementedException();

            [ConfirmsUpload("Video")]
            public virtual Task CompleteVideoAsync([UploadSessionId] Guid videoId) => throw new NotImplementedException();
        }

        public static class Unseen
        {
            public static AssetUploadResponse? Field;
            public static bool Flag;
            public static void Take(object? value) => throw new NotImplementedException();
            public static void Change(ref AssetUploadResponse session) => throw new NotImplementedException();
            public static AssetUploadResponse Find() => throw new NotImplementedException();
            public static void Log(string text) => throw new NotImplementedException();
        }
        """;

    /// <summary>A method with a body, and what the bodies of the tests use.</summary>
    public static string Method(string body) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Api;

        public sealed class Uploader(RunflowClient client, CreateAssetUploadRequest request, Content content)
        {
            public async Task RunAsync(bool flag, Guid savedId, CancellationToken ct)
            {
                await Task.Yield();
                {{body}}
            }
        }
        """;
}
