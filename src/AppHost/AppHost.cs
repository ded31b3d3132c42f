using Hotline.AppHost;

// The whole of Hotline, once. Written against Aspire's hosting API; Processes/ offers the same names over plain processes.
var builder = DistributedApplication.CreateBuilder(args);

var root = Path.GetFullPath("../..", builder.AppHostDirectory);
var data = builder.Configuration["HOTLINE_DATA"] ?? Path.Combine(root, ".data");
var city = builder.Configuration["HOTLINE_CITY"] ?? Path.Combine(root, "cities", "demo");
var port = builder.Configuration.GetValue("HOTLINE_PORT", 8890);
var callerKey = builder.AddParameter("caller-key", secret: true);

var postgres = builder.AddPostgres("postgres", password: builder.AddParameter("postgres-password", secret: true))
    .WithDataVolume("hotline-postgres");
var hotline = postgres.AddDatabase("hotline");
var rabbitmq = builder.AddRabbitMQ("rabbitmq", password: builder.AddParameter("rabbitmq-password", secret: true))
    .WithDataVolume("hotline-rabbitmq")
    .WithManagementPlugin();

var adoNet = new AdoNetProvider(hotline);
var orleans = builder.AddOrleans("orleans")
    .WithServiceId("hotline")
    .WithClusterId(builder.Environment.EnvironmentName)
    .WithClustering(adoNet)
    .WithReminders(adoNet)
    .WithGrainStorage("Default", adoNet);

var gateway = Web("gateway", "../Gateway/Gateway.csproj", port).WithExternalHttpEndpoints();
var issuer = gateway.GetEndpoint("http");

var identity = Service("identity", "Identity")
    .WithEnvironment("Identity__Issuer", issuer);

var cases = Service("cases", "Cases")
    .WithReference(orleans)
    .WithReference(rabbitmq)
    .WithReplicas(Replicas("cases"));

var dispatch = Service("dispatch", "Dispatch")
    .WithReference(orleans)
    .WithReference(rabbitmq)
    .WithEnvironment("Dispatch__Feed__ManagementUri", rabbitmq.GetEndpoint("management"))
    .WithReplicas(Replicas("dispatch"));

var escalation = Service("escalation", "Escalation").WithReference(orleans.AsClient()).WithReference(rabbitmq);
var feedback = Service("feedback", "Feedback").WithReference(orleans.AsClient()).WithReference(rabbitmq);
var insight = Service("insight", "Insight")
    .WithReference(orleans.AsClient())
    .WithReference(rabbitmq)
    .WithReference(cases.GetEndpoint("http"))
    .WithEnvironment("Insight__Broker__ManagementUri", rabbitmq.GetEndpoint("management"));

// The gateway opens when there is something behind it.
gateway.WithEnvironment("Identity__Issuer", issuer);
foreach (var service in new[] { identity, cases, dispatch, escalation, feedback, insight })
{
    gateway.WithReference(service.GetEndpoint("http")).WaitFor(service);
}

builder.Build().Run();

// Services wait for the database alone: each is ready only once it has reached the broker, and may start while that starts.
IResourceBuilder<ProjectResource> Service(string name, string folder) =>
    Web(name, $"../Services/{folder}/{folder}.csproj").WithReference(hotline).WaitFor(hotline);

IResourceBuilder<ProjectResource> Web(string name, string path, int? port = null) => builder.AddProject(name, path)
    .WithHttpEndpoint(port)
    .WithHttpHealthCheck("/health/ready")
    .WithEnvironment("Hotline__City", city)
    .WithEnvironment("Hotline__DataFolder", data)
    .WithEnvironment("Hotline__CallerKey", callerKey)
    // Many processes share the machine: each keeps one heap rather than one per core.
    .WithEnvironment("DOTNET_gcServer", "0");

int Replicas(string name) => builder.Configuration.GetValue($"Replicas:{name}", 1);
