namespace UploadGen.Analyzers.Tests.Harness;

/// <summary>
/// Members of a class as applications have them: services, workers and tests. They use the clients which the generator makes of <c>specs/</c>, one of a
/// vendor whose confirmation takes the key in its body, one whose operations take the file and set its state, and code of packages that applications use.
/// </summary>
internal static class ServiceCode
{
    /// <summary>Checks members for all rules at once: each diagnostic is marked <c>{|UPG101:like this|}</c>.</summary>
    public static Task VerifyAsync(string members) => AnalyzerTest.VerifyAllAsync(Class(members));

    public static string Class(string members) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Diagnostics.CodeAnalysis;
        using System.Diagnostics.Metrics;
        using System.IO;
        using System.Linq;
        using System.Linq.Expressions;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Desk;
        using Doubles;
        using Microsoft.Extensions.Logging;
        using Shop.Cyberun;
        using Shop.Runflow;
        using UploadGen;
        using Vault;

        public sealed partial class Subject(
            RunflowClient client, CyberunClient files, VaultClient vault, DeskClient desk, HttpClient http, ILogger<Subject> logger, Repository repository,
            Retries retries)
        {
            {{members}}

            private void Use() => repository.Save((client, files, vault, desk, http, logger, retries));
        }

        {{Vault}}
        {{Desk}}
        {{Packages}}
        """;

    private const string Vault = """
        namespace Vault
        {
            using UploadGen.Annotations;

            public sealed record OpenRequest
            {
                public required string Name { get; init; }
                [UploadMediaType] public required string MediaType { get; init; }
                public long Size { get; init; }
            }

            public sealed record VaultSession
            {
                [UploadSessionId] public required string Key { get; init; }
                [PresignedUrl] public required Uri Url { get; init; }
                [UploadHeaders] public required IReadOnlyDictionary<string, string> Headers { get; init; }
                public long MaxBytes { get; init; }
                public long ReceivedBytes { get; init; }
                public DateTimeOffset ExpiresAt { get; init; }
                public string? Status { get; init; }
            }

            public sealed record FileReference { public required string Key { get; init; } public string? Title { get; init; } }

            public sealed record CommitRequest { public required string Key { get; init; } public string? Folder { get; init; } }

            public sealed record PublishRequest { public required IReadOnlyList<FileReference> Files { get; init; } }

            public sealed record Item(string Key, string Status, long Size);

            public class VaultClient
            {
                [CreatesUpload("Item")]
                public virtual Task<VaultSession> OpenAsync(OpenRequest body, CancellationToken ct = default) => throw new NotSupportedException();

                [PutsUpload("Item")]
                public virtual Task PostAsync([UploadSession] VaultSession session, UploadContent content, CancellationToken ct = default)
                    => throw new NotSupportedException();

                [PutsUpload("Item")]
                public virtual Task PutToAsync([PresignedUrl] Uri url, [UploadHeaders] IReadOnlyDictionary<string, string> headers, UploadContent content)
                    => throw new NotSupportedException();

                [ConfirmsUpload("Item")]
                public virtual Task<Item> CommitAsync(CommitRequest body, CancellationToken ct = default) => throw new NotSupportedException();

                [ConfirmsUpload("Item")]
                public virtual Task<Item> PublishAsync(PublishRequest body) => throw new NotSupportedException();

                [AbortsUpload("Item")]
                public virtual Task AbortAsync([UploadSessionId] string key) => throw new NotSupportedException();

                public virtual Task<Item> GetAsync(string key) => throw new NotSupportedException();
            }
        }
        """;

    private const string Desk = """
        namespace Desk
        {
            using UploadGen.Annotations;

            public sealed record Document { [UploadSessionId] public required string Id { get; init; } public string? Title { get; init; } }

            public readonly record struct DocumentState(string Value)
            {
                public static DocumentState Uploaded => new("uploaded");
                public static DocumentState Failed => new("failed");
            }

            public sealed record DocumentChange { public DocumentState? State { get; init; } public string? Title { get; init; } }

            public sealed record ClipSession
            {
                [UploadSessionId] public required string Key { get; init; }
                [PresignedUrl] public required Uri? Url { get; init; }
                [UploadHeaders] public IReadOnlyDictionary<string, string>? Fields { get; init; }
                public required string Method { get; init; }
            }

            public class DeskClient
            {
                [CreatesUpload("Document")]
                public virtual Task<Document> CreateDocumentAsync(string title) => throw new NotSupportedException();

                [PutsUpload("Document")]
                public virtual Task PutContentAsync([UploadSessionId] string id, UploadContent body) => throw new NotSupportedException();

                [ConfirmsUpload("Document", Member = "State", Value = "Uploaded")]
                public virtual Task<Document> UpdateDocumentAsync([UploadSessionId] string id, DocumentChange body) => throw new NotSupportedException();

                [CreatesUpload("Clip")]
                public virtual Task<ClipSession> OpenClipAsync(string name) => throw new NotSupportedException();

                [PutsUpload("Clip")]
                public virtual Task SendClipAsync([UploadSession] ClipSession session, UploadContent content) => throw new NotSupportedException();

                [ConfirmsUpload("Clip", Member = "done")]
                public virtual Task FinishClipAsync([UploadSessionId] string key, bool? done = null) => throw new NotSupportedException();
            }
        }
        """;

    private const string Packages = """
        public sealed class Repository
        {
            public void Save(object? value) => throw new NotSupportedException();
            public Task SaveAsync(object? value) => throw new NotSupportedException();
        }

        public sealed class Retries
        {
            public Task ExecuteAsync(Func<Task> action) => throw new NotSupportedException();
            public Task<T> ExecuteAsync<T>(Func<Task<T>> action) => throw new NotSupportedException();
        }

        namespace Microsoft.Extensions.Logging
        {
            public interface ILogger { void Log<T>(int level, T state); }
            public interface ILogger<out T> : ILogger;
            public sealed class LoggerMessageAttribute : Attribute { public string? Message { get; set; } }
            public static class LoggerExtensions
            {
                public static void LogInformation(this ILogger logger, string? message, params object?[] args) { }
                public static void LogWarning(this ILogger logger, Exception? error, string? message, params object?[] args) { }
                public static IDisposable? BeginScope(this ILogger logger, string message, params object?[] args) => null;
            }
        }

        namespace Doubles
        {
            public static class Substitute { public static T For<T>() where T : class => throw new NotSupportedException(); }

            public static class SubstituteExtensions
            {
                public static T Received<T>(this T substitute, int times = 1) where T : class => substitute;
                public static T DidNotReceive<T>(this T substitute) where T : class => substitute;
                public static void Returns<T>(this Task<T> value, T result) { }
            }

            public static class Arg { public static T Any<T>() => throw new NotSupportedException(); }

            public sealed class Mock<T> where T : class
            {
                public T Object => throw new NotSupportedException();
                public Answer<TResult> Setup<TResult>(Expression<Func<T, TResult>> call) => throw new NotSupportedException();
                public void Verify<TResult>(Expression<Func<T, TResult>> call, int times = 1) { }
            }

            public sealed class Answer<T> { public void ReturnsAsync(object value) { } }

            public static class A { public static Answer<T> CallTo<T>(Expression<Func<T>> call) => throw new NotSupportedException(); }

            public static class Assert
            {
                public static void Equal<T>(T expected, T actual) { }
                public static void NotEqual<T>(T expected, T actual) { }
                public static void NotNull(object? value) { }
                public static void True([DoesNotReturnIf(false)] bool condition) { }
                [DoesNotReturn] public static void Fail(string message) => throw new NotSupportedException(message);
                public static Task<T> ThrowsAsync<T>(Func<Task> action) where T : Exception => throw new NotSupportedException();
            }

            public static class Services { public static T GetRequiredService<T>(this IServiceProvider services) => throw new NotSupportedException(); }
        }
        """;
}
