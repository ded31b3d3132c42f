using System.Text.Json;
using Hotline.Architecture.Tests.Reading;
using Hotline.Hosting.Bus;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hotline.Architecture.Tests.Shaping;

/// <summary>A queue belongs to one class; a class that listens to no queue hears nothing.</summary>
public sealed class When_consumers_are_written
{
    private static readonly Type[] Consumers = [.. Binaries.Services.SelectMany(service => service.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsWritten() && type.GetInterfaces().Any(Listens))];

    private static readonly Subscription[] Subscriptions = [.. Repository.Sources.Where(file => !file.IsTest).SelectMany(SubscriptionsIn)];

    [Fact]
    public void Each_has_a_queue_of_its_own() => Found.NoneAmong(
        Subscriptions.GroupBy(subscription => subscription.Queue).ToList(), 4,
        queue => queue.Count() == 1 ? [] : [$"queue {queue.Key} is declared {queue.Count()} times"]);

    [Fact]
    public void Each_is_registered_by_its_service() => Found.NoneAmong(Consumers, 4, consumer =>
        Subscriptions.Any(subscription => subscription.Consumer == consumer.Name && consumer.Assembly.GetName().Name == subscription.Assembly)
            ? [] : [$"{consumer} is not registered with AddHotlineBus"]);

    [Fact]
    public void Each_registration_is_of_a_consumer() => Found.NoneAmong(Subscriptions, 4, subscription =>
        Consumers.Any(consumer => subscription.Consumer == consumer.Name) ? [] : [$"{subscription.Consumer} consumes nothing"]);

    [Fact]
    public void A_service_names_its_queues_after_itself() => Found.NoneAmong(Subscriptions, 4, subscription =>
        "Hotline." + subscription.Service == subscription.Assembly.ToLowerInvariant().Replace("hotline.", "Hotline.", StringComparison.Ordinal)
            ? [] : [$"{subscription.Assembly} listens as '{subscription.Service}'"]);

    private static bool Listens(Type contract) =>
        contract == typeof(IConsumeBatch) || contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IConsume<>);

    private static IEnumerable<Subscription> SubscriptionsIn(SourceFile file) => file.All<InvocationExpressionSyntax>()
        .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "AddHotlineBus" })
        .SelectMany(call => call.DescendantNodes().OfType<GenericNameSyntax>()
            .Where(name => name.Identifier.Text is "AddConsumer" or "AddBatchConsumer")
            .Select(name => new Subscription("Hotline." + file.Path.Split('/')[2], ServiceOf(file, call), name.TypeArgumentList.Arguments[0].ToString())));

    // The name of the service is a literal, or a constant of the same file.
    private static string ServiceOf(SourceFile file, InvocationExpressionSyntax call) => call.ArgumentList.Arguments[0].Expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        IdentifierNameSyntax constant => file.All<VariableDeclaratorSyntax>().Single(variable => variable.Identifier.Text == constant.Identifier.Text)
            .Initializer?.Value is LiteralExpressionSyntax value ? value.Token.ValueText : throw new InvalidOperationException($"{file.At(call)}: not a constant"),
        _ => throw new InvalidOperationException($"{file.At(call)}: name the service by a literal or a constant"),
    };

    private sealed record Subscription(string Assembly, string Service, string Consumer)
    {
        public string Queue => $"{Service}-{JsonNamingPolicy.KebabCaseLower.ConvertName(Consumer)}";
    }
}
