# Buckets with everything that is set of them: one that keeps versions under lock, one that is a web site, one for logs.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variable "days" {
  description = "How many days a version is locked."
  type        = number
  default     = 1
}

variable "age" {
  description = "How many seconds a browser remembers what the site's bucket lets it ask."
  type        = number
  default     = 60
}

variable "text" {
  description = "What stands on the site's page."
  type        = string
  default     = "hello"
}

resource "aws_s3_bucket" "logs" {
  bucket        = "three-buckets-logs"
  force_destroy = true
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  bucket = aws_s3_bucket.logs.id
  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

resource "aws_s3_bucket_acl" "logs" {
  bucket     = aws_s3_bucket.logs.id
  acl        = "log-delivery-write"
  depends_on = [aws_s3_bucket_ownership_controls.logs]
}

resource "aws_s3_bucket" "kept" {
  bucket              = "three-buckets-kept"
  force_destroy       = true
  object_lock_enabled = true
  tags                = { project = "clicks" }
}

resource "aws_s3_bucket_versioning" "kept" {
  bucket = aws_s3_bucket.kept.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_object_lock_configuration" "kept" {
  bucket = aws_s3_bucket.kept.id
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = var.days
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "kept" {
  bucket = aws_s3_bucket.kept.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
    bucket_key_enabled = true
  }
}

# The provider looks for 55 seconds whether it is as it was set, and again after each change.
resource "aws_s3_bucket_lifecycle_configuration" "kept" {
  bucket     = aws_s3_bucket.kept.id
  depends_on = [aws_s3_bucket_versioning.kept]
  rule {
    id     = "old-versions"
    status = "Enabled"
    filter {
      prefix = "logs/"
    }
    noncurrent_version_expiration {
      noncurrent_days           = 30
      newer_noncurrent_versions = 2
    }
    expiration {
      expired_object_delete_marker = true
    }
  }
  rule {
    id     = "large-and-tagged"
    status = "Enabled"
    filter {
      and {
        prefix                   = "archive/"
        object_size_greater_than = 1000
        tags                     = { kind = "a" }
      }
    }
    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }
    expiration {
      days = 90
    }
  }
  rule {
    id     = "parts"
    status = "Disabled"
    filter {}
    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }
}

resource "aws_s3_bucket_public_access_block" "kept" {
  bucket                  = aws_s3_bucket.kept.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_object" "kept" {
  bucket                        = aws_s3_bucket.kept.id
  key                           = "contract.txt"
  content                       = var.text
  object_lock_legal_hold_status = "OFF"
  object_lock_mode              = "GOVERNANCE"
  object_lock_retain_until_date = "2099-01-01T00:00:00Z"
  force_destroy                 = true
  depends_on                    = [aws_s3_bucket_versioning.kept, aws_s3_bucket_object_lock_configuration.kept]
}

resource "aws_s3_bucket" "site" {
  bucket        = "three-buckets-site"
  force_destroy = true
}

resource "aws_s3_bucket_public_access_block" "site" {
  bucket                  = aws_s3_bucket.site.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = false
}

resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.site.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.site.arn}/*"
    }]
  })
  depends_on = [aws_s3_bucket_public_access_block.site]
}

resource "aws_s3_bucket_website_configuration" "site" {
  bucket = aws_s3_bucket.site.id
  index_document {
    suffix = "index.html"
  }
  error_document {
    key = "error.html"
  }
  routing_rule {
    condition {
      key_prefix_equals = "docs/"
    }
    redirect {
      replace_key_prefix_with = "documents/"
    }
  }
}

resource "aws_s3_bucket_cors_configuration" "site" {
  bucket = aws_s3_bucket.site.id
  cors_rule {
    id              = "page"
    allowed_headers = ["*"]
    allowed_methods = ["PUT", "POST"]
    allowed_origins = ["https://example.com"]
    expose_headers  = ["ETag"]
    max_age_seconds = var.age
  }
  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["*"]
  }
}

resource "aws_s3_bucket_logging" "site" {
  bucket        = aws_s3_bucket.site.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "site/"
  depends_on    = [aws_s3_bucket_acl.logs]
}

resource "aws_s3_bucket_request_payment_configuration" "site" {
  bucket = aws_s3_bucket.site.id
  payer  = "BucketOwner"
}

resource "aws_sqs_queue" "told" {
  name = "three-buckets-told"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "s3.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:us-east-1:000000000000:three-buckets-told"
    }]
  })
}

resource "aws_s3_bucket_notification" "site" {
  bucket = aws_s3_bucket.site.id
  queue {
    id            = "pages"
    queue_arn     = aws_sqs_queue.told.arn
    events        = ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"]
    filter_suffix = ".html"
  }
}

resource "aws_s3_object" "page" {
  bucket        = aws_s3_bucket.site.id
  key           = "index.html"
  content       = var.text
  content_type  = "text/html"
  cache_control = "no-cache"
  metadata      = { colour = "red" }
  tags          = { kind = "page" }
  depends_on    = [aws_s3_bucket_notification.site, aws_s3_bucket_server_side_encryption_configuration.kept]
}

resource "aws_s3_object_copy" "error" {
  bucket            = aws_s3_bucket.site.id
  key               = "error.html"
  source            = "${aws_s3_bucket.site.id}/${aws_s3_object.page.key}"
  tagging_directive = "REPLACE"
}

data "aws_s3_object" "page" {
  bucket = aws_s3_bucket.site.id
  key    = aws_s3_object.page.key
}

output "version" {
  value = aws_s3_object.kept.version_id
}

output "page" {
  value = data.aws_s3_object.page.body
}
